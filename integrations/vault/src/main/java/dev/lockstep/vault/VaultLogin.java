package dev.lockstep.vault;

import dev.lockstep.secret.provider.ProviderFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** How a token is had. */
interface VaultLogin {
  /** Gets one, anew at each call. */
  VaultToken login(VaultHttp http, Instant now) throws ProviderFailure;

  /** Whether the server made the token at that moment, and said how long it lasts. */
  boolean tellsHowLong();

  /** What a file holds, without the white space around it. */
  static String read(Path file, String option) throws ProviderFailure {
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new ProviderFailure(
          ProviderFailure.Kind.DENIED,
          "the file '" + file + "' cannot be read",
          "check the attribute " + option + " and who may read that file");
    }
  }
}
