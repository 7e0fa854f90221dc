package dev.lockstep.vault;

import dev.lockstep.secret.provider.ProviderFailure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A token that someone else got: from an attribute, a variable, or a file that may change. */
final class GivenToken implements VaultLogin {
  private final String component;
  private final @Nullable String token;
  private final @Nullable Path file;

  GivenToken(String component, @Nullable String token, @Nullable Path file) {
    this.component = component;
    this.token = token;
    this.file = file;
  }

  @Override
  public VaultToken login(VaultHttp http, Instant now) throws ProviderFailure {
    String given = token;
    if (given == null && file != null && (Files.exists(file) || !isUsual(file))) {
      given = VaultLogin.read(file, "token_file");
    }
    if (given == null) {
      throw new ProviderFailure(
          ProviderFailure.Kind.DENIED,
          "it has no token",
          "set VAULT_TOKEN, or: lockstep secrets-manager update "
              + component
              + " --token_file=FILE");
    }
    String stripped = given.strip();
    if (!VaultHttp.isVisible(stripped)) {
      throw new ProviderFailure(
          ProviderFailure.Kind.DENIED,
          "its token is empty or has characters that no token has",
          "check where it comes from");
    }
    return VaultToken.unknown(stripped, now);
  }

  /** The one where {@code vault login} leaves its token, which need not be there. */
  private static boolean isUsual(Path file) {
    return file.endsWith(".vault-token");
  }

  @Override
  public boolean tellsHowLong() {
    return false;
  }
}
