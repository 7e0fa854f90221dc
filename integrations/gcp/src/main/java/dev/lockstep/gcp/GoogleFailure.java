package dev.lockstep.gcp;

import dev.lockstep.secret.provider.ProviderFailure;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Why a Google service did not do what one call asked. It quotes nothing that the service or its
 * client says but codes, and has no cause: such texts may hold a value.
 */
final class GoogleFailure extends Exception {
  private static final long serialVersionUID = 1L;

  enum Kind {
    /** There is no such thing; the service itself says so. */
    MISSING,
    /** There is such a thing; the service itself says so. */
    EXISTS,
    /** The state of the thing forbids it, or a condition of the call did not hold. */
    PRECONDITION,
    /** The credentials are missing, wrong or expired, or lack a permission. */
    DENIED,
    /** A quota is used up; nothing was done. */
    THROTTLED,
    /** The service refuses what was sent. */
    INVALID,
    /** No answer, or none that can be understood: what was asked may have been done. */
    UNREACHABLE
  }

  private final Kind kind;
  private final String fix;
  private final transient @Nullable Duration retryAfter;

  GoogleFailure(Kind kind, String detail, String fix) {
    this(kind, detail, fix, null);
  }

  GoogleFailure(Kind kind, String detail, String fix, @Nullable Duration retryAfter) {
    super(detail, null);
    this.kind = kind;
    this.fix = fix;
    this.retryAfter = retryAfter;
  }

  /** The failure of what was interrupted, which the thread is again. */
  static GoogleFailure interrupted() {
    Thread.currentThread().interrupt();
    return new GoogleFailure(Kind.UNREACHABLE, "interrupted", "");
  }

  Kind kind() {
    return kind;
  }

  /** What the service answered, a clause. */
  String detail() {
    return Objects.requireNonNullElse(getMessage(), "");
  }

  /** What the user can do, a clause; may be empty. */
  String fix() {
    return fix;
  }

  /** How long the service asks to wait, or null. */
  @Nullable Duration retryAfter() {
    return retryAfter;
  }

  /** The same failure with more to say about it. */
  GoogleFailure with(String clause) {
    return new GoogleFailure(kind, detail() + "; " + clause, fix, retryAfter);
  }

  /** The same for the engine, for which the first three kinds are no expected answers here. */
  ProviderFailure forEngine() {
    ProviderFailure failure =
        new ProviderFailure(
            switch (kind) {
              case DENIED -> ProviderFailure.Kind.DENIED;
              case THROTTLED -> ProviderFailure.Kind.THROTTLED;
              case INVALID, MISSING -> ProviderFailure.Kind.INVALID;
              // Somebody else changed it between two calls: look again.
              case EXISTS, PRECONDITION, UNREACHABLE -> ProviderFailure.Kind.UNREACHABLE;
            },
            detail(),
            fix);
    return retryAfter == null ? failure : failure.retryAfter(retryAfter);
  }
}
