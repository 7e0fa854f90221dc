package dev.lockstep.secret.provider;

import dev.lockstep.secret.InvalidSecretException;
import java.nio.charset.StandardCharsets;

/**
 * What a provider can hold: the one table of it. Checked before a call, so that nothing is sent
 * that would be refused. Sources: the providers' documentation of quotas and names.
 *
 * @param provider what the provider's service is called
 * @param idCharacters the longest id
 * @param documentBytes the largest payload, in UTF-8
 */
public record ProviderLimits(
    String provider, ProviderNames names, int idCharacters, int documentBytes) {
  /** A name may be longer than any of ours; {@code /} and {@code .} are allowed in it. */
  public static final ProviderLimits AWS =
      new ProviderLimits("AWS Secrets Manager", ProviderNames.PLAIN, 512, 65_536);

  /** Payloads of 64 KiB, ids without {@code /} and {@code .}. */
  public static final ProviderLimits GOOGLE =
      new ProviderLimits("Google Secret Manager", ProviderNames.WORDS, 255, 65_536);

  /** Values of 25 KB (25 times 1,024), ids without capitals, {@code _}, {@code /}, {@code .}. */
  public static final ProviderLimits AZURE =
      new ProviderLimits("Azure Key Vault", ProviderNames.LOWER_CASE, 127, 25_600);

  /**
   * An entry of the integrated storage has to stay under 1 MiB with its metadata. Paths have no
   * limit that a name could reach.
   */
  public static final ProviderLimits VAULT =
      new ProviderLimits("Vault", ProviderNames.PLAIN, 512, 1_000_000);

  /**
   * The id of the secret that the store calls so.
   *
   * @throws InvalidSecretException when the id would be too long
   */
  String id(String fullName) {
    String id = names.id(fullName);
    if (id.length() > idCharacters) {
      throw new InvalidSecretException(
          "The name '"
              + fullName
              + "' is too long for "
              + provider
              + ": it becomes '"
              + id
              + "' there, which has "
              + id.length()
              + " characters, and at most "
              + idCharacters
              + " are allowed. Fix: use a shorter name, of characters that stay as they are.");
    }
    return id;
  }

  void check(String secret, String document) {
    int bytes = document.getBytes(StandardCharsets.UTF_8).length;
    if (bytes > documentBytes) {
      throw new InvalidSecretException(
          "The secret '"
              + secret
              + "' is too large for "
              + provider
              + ": as it is stored, as JSON, it has "
              + bytes
              + " bytes, and at most "
              + documentBytes
              + " are allowed. Nothing was sent. Fix: part it into several secrets, or keep large"
              + " files elsewhere and their key here.");
    }
  }
}
