package dev.lockstep.azure;

import dev.lockstep.secret.SecretsManager;
import dev.lockstep.stack.ComponentFlavor;
import dev.lockstep.testing.azure.KeyVaultDouble;
import dev.lockstep.testing.conformance.Fault;
import dev.lockstep.testing.conformance.FaultProxy;
import dev.lockstep.testing.conformance.SecretsManagerConformance;
import dev.lockstep.testing.conformance.SecretsManagerFixture;
import dev.lockstep.testing.conformance.SecretsManagerTraits;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The flavor behaves as all do, over a vault that takes its time, and a network that fails. */
final class AzureSecretsConformanceTest extends SecretsManagerConformance {
  @Override
  protected SecretsManagerFixture start(Path folder) throws IOException {
    KeyVaultDouble vault = KeyVaultDouble.start();
    vault.deletionTakes(2);
    vault.recoveryTakes(2);
    vault.purgeTakes(2);
    return new Fixture(vault, FaultProxy.before(vault.endpoint()));
  }

  private record Fixture(KeyVaultDouble vault, FaultProxy faults) implements SecretsManagerFixture {
    @Override
    public ComponentFlavor<SecretsManager> flavor() {
      return new AzureSecretsFlavor();
    }

    @Override
    public Map<String, String> attributes() {
      // So that names are free again; the cases of what can be restored say so themselves.
      return Map.of("vault_url", faults.endpoint().toString(), "deletion", "final");
    }

    /** What is sent for a token where there is no encryption. */
    @Override
    public List<String> confidential() {
      return List.of("Bearer none");
    }

    @Override
    public SecretsManagerTraits traits() {
      return SecretsManagerTraits.ofDocuments(25_600).withoutAtomicRegister().withRecovery();
    }

    @Override
    public Optional<FaultProxy> proxy() {
      return Optional.of(faults);
    }

    @Override
    public Fault denied(String text) {
      return error(403, "Forbidden", text, "ForbiddenByRbac");
    }

    @Override
    public Fault throttled(String text) {
      return error(429, "Throttled", text, "VaultRequestTypeLimitReached");
    }

    @Override
    public Fault unavailable(String text) {
      return error(503, "ServiceUnavailable", text, text);
    }

    private static Fault error(int status, String code, String message, String inner) {
      return Fault.answer(
          status,
          "{\"error\":{\"code\":\""
              + code
              + "\",\"message\":\""
              + message
              + "\",\"innererror\":{\"code\":\""
              + inner
              + "\"}}}");
    }

    @Override
    public boolean storesForeign() {
      return true;
    }

    @Override
    public void storeForeign(String name, String payload) {
      OtherTool.store(vault, name.replace("/", "--"), payload);
    }

    @Override
    public void close() {
      faults.close();
      vault.close();
    }
  }
}
