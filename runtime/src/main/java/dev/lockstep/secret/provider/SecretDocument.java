package dev.lockstep.secret.provider;

import dev.lockstep.secret.Secret;
import java.util.Optional;

/**
 * A secret as a provider holds it.
 *
 * @param text the payload: one JSON object, or what another tool wrote
 * @param type the schema type, which the provider keeps beside the payload; {@value
 *     Secret#ARBITRARY} when it holds none
 * @param version what the provider calls this state of the secret, if it has versions
 */
public record SecretDocument(String text, String type, Optional<String> version) {
  /** A document that is about to be written. */
  public SecretDocument(String text, String type) {
    this(text, type, Optional.empty());
  }

  /** The same payload and type; the version is not compared. */
  public boolean hasContentOf(SecretDocument other) {
    return text.equals(other.text) && type.equals(other.type);
  }

  /** Names the type and the version, and shows no payload. */
  @Override
  public String toString() {
    return "SecretDocument[type=" + type + ", version=" + version.orElse("none") + "]";
  }
}
