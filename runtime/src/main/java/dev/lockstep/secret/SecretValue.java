package dev.lockstep.secret;

import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One value of a secret. Its text is had by {@link #reveal()} only: {@link #toString()}, JSON and
 * every other rendering show {@value #MASK}, and Java serialisation refuses it.
 */
public final class SecretValue {
  /** What stands for a value wherever one would be shown. */
  public static final String MASK = "***";

  private final String text;

  private SecretValue(String text) {
    this.text = text;
  }

  /** Wraps a text. The empty text is a value like any other. */
  public static SecretValue of(String text) {
    return new SecretValue(Objects.requireNonNull(text, "text"));
  }

  /** The text itself. Whoever calls this answers for where it goes. */
  public String reveal() {
    return text;
  }

  /** Compares in a time that does not depend on where the texts differ. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SecretValue that
        && MessageDigest.isEqual(
            text.getBytes(StandardCharsets.UTF_8), that.text.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  /** Always {@value #MASK}. */
  @Override
  @JsonValue
  public String toString() {
    return MASK;
  }
}
