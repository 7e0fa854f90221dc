package dev.lockstep.secret.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.secret.Secret;
import dev.lockstep.secret.SecretScope;
import dev.lockstep.secret.SecretsThrottledException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What providers answer that no double of ours does. */
class ProviderSecretsManagerTest {
  /** Holds the same text under every id, or fails. */
  private record Answering(String text, @Nullable ProviderFailure failure)
      implements SecretProvider {
    @Override
    public Optional<SecretDocument> read(String id) throws ProviderFailure {
      if (failure != null) {
        throw failure;
      }
      return Optional.of(new SecretDocument(text, Secret.ARBITRARY));
    }

    @Override
    public Creation create(String id, SecretDocument document, String token) {
      return Creation.EXISTS;
    }

    @Override
    public boolean replace(String id, SecretDocument document, String token) {
      return false;
    }

    @Override
    public boolean delete(String id, Deletion deletion) {
      return false;
    }

    @Override
    public List<String> list(String start) {
      return List.of();
    }
  }

  private static ProviderSecretsManager over(SecretProvider provider) {
    return new ProviderSecretsManager(
        new ProviderSettings(
            "prod",
            SecretScope.ALL,
            Deletion.FINAL,
            OnDeleted.ERROR,
            4,
            Duration.ofSeconds(1),
            "value",
            Map.of()),
        ProviderLimits.VAULT,
        provider);
  }

  @Test
  void numbersInsideOfObjectsKeepTheirDigits() {
    String inner = "{\"n\":1.10,\"big\":12345678901234567890.123456789,\"far\":1E+400}";

    Secret read = over(new Answering("{\"o\": " + inner + "}", null)).get("a");
    assertThat(read.value("o").orElseThrow().reveal()).isEqualTo(inner);
  }

  @Test
  void aProviderMayAskToWaitForLongerThanAnybodyCanCount() {
    ProviderFailure slowDown =
        new ProviderFailure(ProviderFailure.Kind.THROTTLED, "HTTP 429", "")
            .retryAfter(Duration.ofSeconds(Long.MAX_VALUE));
    // Whoever is interrupted does not wait, and keeps the interrupt.
    Thread.currentThread().interrupt();
    try {
      assertThatThrownBy(() -> over(new Answering("", slowDown)).get("a"))
          .isInstanceOf(SecretsThrottledException.class)
          .hasMessageContaining("HTTP 429");
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }
}
