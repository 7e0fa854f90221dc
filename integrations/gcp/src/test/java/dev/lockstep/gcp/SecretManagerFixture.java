package dev.lockstep.gcp;

import dev.lockstep.json.Json;
import dev.lockstep.secret.SecretsManager;
import dev.lockstep.stack.ComponentFlavor;
import dev.lockstep.testing.conformance.Fault;
import dev.lockstep.testing.conformance.FaultProxy;
import dev.lockstep.testing.conformance.SecretsManagerFixture;
import dev.lockstep.testing.conformance.SecretsManagerTraits;
import dev.lockstep.testing.google.SecretManagerDouble;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Google's Secret Manager behind a proxy, with a component of some layout before it. */
final class SecretManagerFixture implements SecretsManagerFixture {
  static final String PROJECT = "test-project";

  private final SecretManagerDouble google = SecretManagerDouble.start();
  private final FaultProxy proxy;
  private final Map<String, String> attributes = new LinkedHashMap<>();
  private final SecretsManagerTraits traits;

  SecretManagerFixture(SecretsManagerTraits traits, Map<String, String> more) throws IOException {
    proxy = FaultProxy.before(google.endpoint());
    this.traits = traits;
    attributes.put("project", PROJECT);
    attributes.put("endpoint", proxy.endpoint().toString());
    attributes.putAll(more);
  }

  SecretManagerDouble google() {
    return google;
  }

  @Override
  public ComponentFlavor<? extends SecretsManager> flavor() {
    return new GcpSecretsManagerFlavor();
  }

  @Override
  public Map<String, String> attributes() {
    return attributes;
  }

  @Override
  public SecretsManagerTraits traits() {
    return traits;
  }

  @Override
  public Optional<FaultProxy> proxy() {
    return Optional.of(proxy);
  }

  @Override
  public Fault denied(String text) {
    return error(403, "PERMISSION_DENIED", text);
  }

  @Override
  public Fault throttled(String text) {
    return error(429, "RESOURCE_EXHAUSTED", text);
  }

  @Override
  public Fault unavailable(String text) {
    return error(503, "UNAVAILABLE", text);
  }

  static Fault error(int http, String status, String text) {
    return Fault.answer(
        http,
        Json.write(
            Map.of(
                "error",
                Map.of("code", http, "status", status, "message", text, "details", List.of()))));
  }

  @Override
  public boolean storesForeign() {
    return true;
  }

  @Override
  public void storeForeign(String name, String payload) {
    String secrets = "/v1/projects/" + PROJECT + "/secrets";
    String id = name.replace("/", "--");
    Rest.post(
        google.endpoint() + secrets + "?secretId=" + id,
        "{\"replication\":{\"automatic\":{}},\"labels\":{\"team\":\"other\"}}");
    Rest.post(
        google.endpoint() + secrets + "/" + id + ":addVersion",
        "{\"payload\":{\"data\":\""
            + Base64.getEncoder().encodeToString(payload.getBytes(StandardCharsets.UTF_8))
            + "\"}}");
  }

  @Override
  public void close() {
    proxy.close();
    google.close();
  }
}
