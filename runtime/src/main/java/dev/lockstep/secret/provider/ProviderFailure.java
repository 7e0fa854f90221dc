package dev.lockstep.secret.provider;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Why a provider did not do what one call asked. It has no cause and quotes nothing that the
 * provider or its client says: such texts may hold a value.
 */
public final class ProviderFailure extends Exception {
  private static final long serialVersionUID = 1L;

  /** What kind of failure it is; a provider's error code decides, not the HTTP status alone. */
  public enum Kind {
    /** The credentials are missing, wrong or expired, or lack a permission. Not tried again. */
    DENIED,
    /** The provider asks to slow down, and did nothing. Tried again. */
    THROTTLED,
    /**
     * No answer, half an answer, an answer that cannot be understood, or a failure of the provider:
     * whether it did what was asked is not known. Tried again.
     */
    UNREACHABLE,
    /** The provider refuses what was sent, by a rule of its own. Not tried again. */
    INVALID
  }

  private final Kind kind;
  private final transient @Nullable Duration retryAfter;
  private final String fix;

  /**
   * Describes a failure.
   *
   * @param detail a clause that says what the provider answered, by its code, such as {@code
   *     AccessDeniedException} or {@code HTTP 503}
   * @param fix what the user can do, a clause without full stop, such as {@code allow
   *     secretsmanager:GetSecretValue}; empty when there is nothing special to do
   */
  public ProviderFailure(Kind kind, String detail, String fix) {
    this(kind, detail, fix, null);
  }

  private ProviderFailure(Kind kind, String detail, String fix, @Nullable Duration retryAfter) {
    super(detail, null);
    this.kind = kind;
    this.fix = fix;
    this.retryAfter = retryAfter;
  }

  /** The same, when the provider said how long to wait. */
  public ProviderFailure retryAfter(Duration wait) {
    return new ProviderFailure(kind, detail(), fix, wait);
  }

  /** What kind of failure it is. */
  public Kind kind() {
    return kind;
  }

  /** What the provider answered, a clause. */
  public String detail() {
    return Objects.requireNonNullElse(getMessage(), "");
  }

  /** What the user can do, a clause; may be empty. */
  public String fix() {
    return fix;
  }

  /** How long the provider asks to wait, or null. */
  public @Nullable Duration retryAfter() {
    return retryAfter;
  }

  boolean isWorthARetry() {
    return kind == Kind.THROTTLED || kind == Kind.UNREACHABLE;
  }

  /** Whether the provider may have done it all the same. */
  boolean mayHaveBeenDone() {
    return kind == Kind.UNREACHABLE;
  }
}
