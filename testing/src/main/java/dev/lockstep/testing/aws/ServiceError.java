package dev.lockstep.testing.aws;

import java.util.Set;

/** What the service answers instead of a result. */
final class ServiceError extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final Set<String> OURS =
      Set.of("InternalServiceError", "InternalFailure", "ServiceUnavailable");

  private final String code;
  private final String text;

  ServiceError(String code, String text) {
    super(code, null, false, false);
    this.code = code;
    this.text = text;
  }

  static ServiceError missing() {
    return new ServiceError(
        "ResourceNotFoundException", "Secrets Manager can't find the specified secret.");
  }

  static ServiceError deleted() {
    return new ServiceError(
        "InvalidRequestException",
        "You can't perform this operation on the secret because it was marked for deletion.");
  }

  static ServiceError parameter(String text) {
    return new ServiceError("InvalidParameterException", text);
  }

  static ServiceError validation(String text) {
    return new ServiceError("ValidationException", text);
  }

  String code() {
    return code;
  }

  String text() {
    return text;
  }

  /** Also throttling and what is missing come as 400. */
  int status() {
    return OURS.contains(code) ? 500 : 400;
  }
}
