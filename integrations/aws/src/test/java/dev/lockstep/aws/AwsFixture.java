package dev.lockstep.aws;

import dev.lockstep.secret.SecretsManager;
import dev.lockstep.stack.ComponentFlavor;
import dev.lockstep.testing.conformance.Fault;
import dev.lockstep.testing.conformance.FaultProxy;
import dev.lockstep.testing.conformance.SecretsManagerFixture;
import dev.lockstep.testing.conformance.SecretsManagerTraits;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * The flavor {@code aws} over a server that speaks AWS's protocol, with its own codes as faults.
 */
abstract class AwsFixture implements SecretsManagerFixture {
  private final FaultProxy proxy;

  AwsFixture(URI server) throws IOException {
    this.proxy = FaultProxy.before(server);
  }

  @Override
  public ComponentFlavor<SecretsManager> flavor() {
    return new AwsSecretsManagerFlavor();
  }

  @Override
  public Map<String, String> attributes() {
    // The cases delete and register a name many times.
    return Map.of(
        "endpoint", proxy.endpoint().toString(), "region", "us-east-1", "deletion", "final");
  }

  @Override
  public SecretsManagerTraits traits() {
    return SecretsManagerTraits.ofDocuments(65_536).withRecovery();
  }

  @Override
  public Optional<FaultProxy> proxy() {
    return Optional.of(proxy);
  }

  @Override
  public Fault denied(String text) {
    return answer(400, "AccessDeniedException", text);
  }

  @Override
  public Fault throttled(String text) {
    return answer(400, "ThrottlingException", text);
  }

  @Override
  public Fault unavailable(String text) {
    return answer(500, "InternalServiceError", text);
  }

  static Fault answer(int status, String code, String text) {
    return Fault.answer(status, "{\"__type\":\"" + code + "\",\"Message\":\"about " + text + "\"}");
  }

  @Override
  public boolean storesForeign() {
    return true;
  }

  @Override
  public void close() {
    proxy.close();
  }
}
