package dev.lockstep.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.secret.provider.ProviderLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The page's table of limits, held against the one in the code. */
final class ProviderLimitsTest {
  private static final Map<String, ProviderLimits> LIMITS =
      Map.of(
          "aws", ProviderLimits.AWS,
          "gcp", ProviderLimits.GOOGLE,
          "azure", ProviderLimits.AZURE,
          "vault", ProviderLimits.VAULT);

  @Test
  void thePageShowsEveryLimit() throws IOException {
    String page = Files.readString(Path.of("../docs/secrets-managers/README.md"));

    LIMITS.forEach(
        (flavor, limits) ->
            assertThat(page)
                .contains(
                    "| `%s` | `%s` | %d characters | %d bytes |"
                        .formatted(
                            flavor,
                            limits.names().id("dev/My_db.1"),
                            limits.idCharacters(),
                            limits.documentBytes())));
  }
}
