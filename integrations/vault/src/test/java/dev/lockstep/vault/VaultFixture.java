package dev.lockstep.vault;

import dev.lockstep.secret.SecretsManager;
import dev.lockstep.stack.ComponentFlavor;
import dev.lockstep.testing.conformance.Fault;
import dev.lockstep.testing.conformance.FaultProxy;
import dev.lockstep.testing.conformance.SecretsManagerFixture;
import dev.lockstep.testing.conformance.SecretsManagerTraits;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A store for the suite of all secrets managers. */
final class VaultFixture implements SecretsManagerFixture {
  private final VaultUnderTest vault;
  private final FaultProxy proxy;

  VaultFixture(VaultUnderTest vault) throws IOException {
    this.vault = vault;
    this.proxy = FaultProxy.before(vault.address());
  }

  @Override
  public ComponentFlavor<? extends SecretsManager> flavor() {
    return new VaultSecretsFlavor();
  }

  @Override
  public Map<String, String> attributes() {
    return Map.of("address", proxy.endpoint().toString(), "token", vault.rootToken());
  }

  @Override
  public List<String> confidential() {
    return List.of(vault.rootToken());
  }

  @Override
  public SecretsManagerTraits traits() {
    return SecretsManagerTraits.ofDocuments(1_000_000).withRecovery();
  }

  @Override
  public Optional<FaultProxy> proxy() {
    return Optional.of(proxy);
  }

  @Override
  public Fault denied(String text) {
    return Fault.answer(403, errors("1 error occurred:\\n\\t* permission denied " + text));
  }

  @Override
  public Fault throttled(String text) {
    return Fault.answer(429, errors("request path: rate limit quota exceeded " + text));
  }

  @Override
  public Fault unavailable(String text) {
    return Fault.answer(503, errors("Vault is sealed " + text));
  }

  private static String errors(String message) {
    return "{\"errors\":[\"" + message + "\"]}";
  }

  @Override
  public boolean storesForeign() {
    return true;
  }

  /** An entry is always a JSON object. */
  @Override
  public boolean storesForeignText() {
    return false;
  }

  @Override
  public void storeForeign(String name, String payload) {
    vault.admin().post("secret/data/" + name, "{\"data\":" + payload + "}");
  }

  @Override
  public void close() {
    proxy.close();
    vault.close();
  }
}
