package dev.lockstep.aws;

import dev.lockstep.secret.provider.Unanswered;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;

/**
 * What went wrong with a call of AWS, told by its error code. The status does not tell: throttling
 * comes as 400, as do missing secrets. AWS's text is not kept, because it may repeat what was sent.
 *
 * @param kind what it means
 * @param code AWS's error code, or a few words of ours where AWS was not reached
 * @param region where S3 says that the bucket is, or null
 */
record AwsFailure(Kind kind, String code, @Nullable String region) {
  private static final String KMS = "Access to KMS is not allowed";

  AwsFailure(Kind kind, String code) {
    this(kind, code, null);
  }

  /** What a failure means. */
  enum Kind {
    /** What was asked for is not there. */
    MISSING,
    /** What was to be made is there. */
    EXISTS,
    /** It cannot be done in the state in which the thing is, such as scheduled for deletion. */
    STATE,
    /** No permission, or credentials that are wrong or expired. */
    DENIED,
    /** The key that encrypts the value cannot be used. */
    KEY_DENIED,
    /** Nothing has credentials. */
    NO_CREDENTIALS,
    /** The profile that is wanted is in no file. */
    NO_PROFILE,
    /** A profile's credentials come from a login that the SDK can do, but not as it is here. */
    NO_LOGIN,
    /** The files with the profiles cannot be read. */
    NO_FILES,
    /** Credentials were found, and may not take the role that is wanted. */
    LOGIN_DENIED,
    /** Nothing names a region. */
    NO_REGION,
    /** Slower, please. */
    THROTTLED,
    /** AWS was not reached, or could not answer. */
    UNREACHABLE,
    /** A limit of AWS's, or a parameter that it does not take. */
    REFUSED,
    /** The calling thread was interrupted. */
    INTERRUPTED,
    /** Another code. */
    OTHER
  }

  private static final Set<String> MISSING =
      Set.of("ResourceNotFoundException", "NoSuchKey", "NoSuchUpload", "NotFound");
  private static final Set<String> DENIED =
      Set.of(
          "AccessDenied",
          "AccessDeniedException",
          "AllAccessDisabled",
          "AccountProblem",
          "AuthFailure",
          "ExpiredToken",
          "ExpiredTokenException",
          "Forbidden",
          "IncompleteSignature",
          "InvalidAccessKeyId",
          "InvalidClientTokenId",
          "InvalidSignatureException",
          "InvalidToken",
          "MissingAuthenticationToken",
          "MissingAuthenticationTokenException",
          "NotAuthorized",
          "OptInRequired",
          "RequestExpired",
          "RequestTimeTooSkewed",
          "SignatureDoesNotMatch",
          "TokenRefreshRequired",
          "UnauthorizedAccess",
          "UnrecognizedClientException");
  private static final Set<String> THROTTLED =
      Set.of(
          "BandwidthLimitExceeded",
          "PriorRequestNotComplete",
          "ProvisionedThroughputExceededException",
          "RequestLimitExceeded",
          "RequestThrottled",
          "RequestThrottledException",
          "SlowDown",
          "Throttling",
          "ThrottlingException",
          "ThrottledException",
          "TooManyRequestsException",
          "TransactionInProgressException");
  private static final Set<String> UNREACHABLE =
      Set.of(
          "IDPCommunicationError",
          "InternalError",
          "InternalFailure",
          "InternalServerError",
          "InternalServiceError",
          "InternalServiceErrorException",
          "OperationAborted",
          "RequestTimeout",
          "RequestTimeoutException",
          "ServiceUnavailable",
          "ServiceUnavailableException");

  /** Reads it from what the SDK threw. */
  static AwsFailure of(RuntimeException thrown) {
    boolean io = false;
    for (Throwable each = thrown; each != null; each = each.getCause()) {
      if (each instanceof MissingException missing) {
        return new AwsFailure(
            switch (missing.what()) {
              case REGION -> Kind.NO_REGION;
              case CREDENTIALS -> Kind.NO_CREDENTIALS;
              case PROFILE -> Kind.NO_PROFILE;
              case LOGIN -> Kind.NO_LOGIN;
              case FILES -> Kind.NO_FILES;
            },
            missing.what().words());
      }
      if (each instanceof LoginRefusedException refused) {
        return new AwsFailure(Kind.LOGIN_DENIED, refused.code());
      }
      if (each instanceof AwsServiceException service) {
        return of(service);
      }
      if (each instanceof AbortedException || each instanceof InterruptedException) {
        return new AwsFailure(Kind.INTERRUPTED, "interrupted");
      }
      io |= each instanceof IOException;
    }
    // What the SDK cannot read is a connection's or a proxy's doing, too.
    String why = Unanswered.why(thrown);
    if (why == null) {
      why = io ? "no connection" : "no readable answer";
    }
    return new AwsFailure(Kind.UNREACHABLE, why);
  }

  private static AwsFailure of(AwsServiceException service) {
    AwsErrorDetails details = service.awsErrorDetails();
    AwsFailure failure = of(details == null ? null : details.errorCode(), service.statusCode());
    if (details == null) {
      return failure;
    }
    // AWS's own answer may be unreadable: XML cannot quote every key of S3.
    if (failure.code().equals("HTTP 404") && service.requestId() != null) {
      return new AwsFailure(Kind.MISSING, failure.code());
    }
    return new AwsFailure(
        isOfKms(failure.kind(), details.errorMessage()) ? Kind.KEY_DENIED : failure.kind(),
        failure.code(),
        details.sdkHttpResponse() == null
            ? null
            : details
                .sdkHttpResponse()
                .firstMatchingHeader("x-amz-bucket-region")
                .filter(AwsFailure::isRegion)
                .orElse(null));
  }

  /**
   * A failure that AWS told of one of several things, in an answer that succeeded.
   *
   * @param text what AWS says of it, for recognising it, not for showing it
   */
  static AwsFailure of(@Nullable String code, @Nullable String text) {
    AwsFailure failure = of(code, 0);
    return isOfKms(failure.kind(), text)
        ? new AwsFailure(Kind.KEY_DENIED, failure.code())
        : failure;
  }

  /** A key that may not be used has the code of a secret that may not be read. */
  private static boolean isOfKms(Kind kind, @Nullable String text) {
    return kind == Kind.DENIED && text != null && text.startsWith(KMS);
  }

  /** Whether this can be the name of a region. */
  static boolean isRegion(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-')) {
        return false;
      }
    }
    return !text.isEmpty() && text.length() <= 32;
  }

  /** What mends a denial that is one of credentials, not of permissions; else null. */
  @Nullable String fixOfLogin() {
    return switch (code) {
      case "ExpiredToken", "ExpiredTokenException", "TokenRefreshRequired", "RequestExpired" ->
          "log in to AWS again";
      case "RequestTimeTooSkewed" -> "set this machine's clock";
      case "IncompleteSignature", "InvalidSignatureException", "SignatureDoesNotMatch" ->
          "check the secret access key, and this machine's clock";
      case "InvalidAccessKeyId",
          "InvalidClientTokenId",
          "InvalidToken",
          "UnrecognizedClientException" ->
          "check the access key, which AWS does not know";
      default -> null;
    };
  }

  private static AwsFailure of(@Nullable String found, int status) {
    // A HEAD request's answer has no body, and a proxy's has none that AWS wrote.
    String code =
        found == null || found.isBlank() || !isCode(found)
            ? String.format(Locale.ROOT, "HTTP %d", status)
            : found;
    return new AwsFailure(kind(code, status), code);
  }

  /** What kind of failure a code means; the status counts only where there is no known code. */
  static Kind kind(String code, int status) {
    if (MISSING.contains(code)) {
      return Kind.MISSING;
    }
    if (DENIED.contains(code) || code.startsWith("AccessDenied") || code.startsWith("KMS.")) {
      return code.startsWith("KMS.") ? Kind.KEY_DENIED : Kind.DENIED;
    }
    if (THROTTLED.contains(code)) {
      return Kind.THROTTLED;
    }
    if (UNREACHABLE.contains(code)) {
      return Kind.UNREACHABLE;
    }
    return switch (code) {
      case "ResourceExistsException" -> Kind.EXISTS;
      case "InvalidRequestException" -> Kind.STATE;
      case "DecryptionFailure",
          "DecryptionFailureException",
          "EncryptionFailure",
          "EncryptionFailureException" ->
          Kind.KEY_DENIED;
      case "InvalidParameterException",
          "InvalidNextTokenException",
          "LimitExceededException",
          "MalformedPolicyDocumentException",
          "ValidationException" ->
          Kind.REFUSED;
      default -> status(code, status);
    };
  }

  private static Kind status(String code, int status) {
    if (status == 429) {
      return Kind.THROTTLED;
    }
    if (status >= 500) {
      return Kind.UNREACHABLE;
    }
    if (code.startsWith("HTTP ")) {
      return switch (status) {
        case 401, 403 -> Kind.DENIED;
        // A proxy's 404 says nothing of what AWS has.
        default -> Kind.OTHER;
      };
    }
    return Kind.OTHER;
  }

  /** Whether this can be the name of an error; anything else is a text of somebody's. */
  private static boolean isCode(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!((c >= 'a' && c <= 'z')
          || (c >= 'A' && c <= 'Z')
          || (c >= '0' && c <= '9')
          || c == '.')) {
        return false;
      }
    }
    return text.length() <= 80;
  }

  /** Whether the same call may succeed a moment later. */
  boolean isPassing() {
    return kind == Kind.THROTTLED || kind == Kind.UNREACHABLE;
  }
}
