package dev.lockstep.testing.google;

/**
 * Why a Google service refuses a request, with the HTTP status that it then answers with. The names
 * are those of <a
 * href="https://github.com/googleapis/googleapis/blob/master/google/rpc/code.proto">google.rpc.Code</a>.
 */
public enum GoogleStatus {
  /** The request is wrong whatever the state of the service. */
  INVALID_ARGUMENT(400),
  /** The state of a resource forbids it, such as the access of a disabled version. */
  FAILED_PRECONDITION(400),
  /** No credentials, or such as nobody knows. */
  UNAUTHENTICATED(401),
  /** The credentials lack a permission. */
  PERMISSION_DENIED(403),
  /** There is no such resource. */
  NOT_FOUND(404),
  /** There is such a resource. */
  ALREADY_EXISTS(409),
  /** Another request came between. */
  ABORTED(409),
  /** A quota is used up. */
  RESOURCE_EXHAUSTED(429),
  /** The service failed. */
  INTERNAL(500),
  /** The service does not know the method. */
  UNIMPLEMENTED(501),
  /** The service cannot answer now. */
  UNAVAILABLE(503),
  /** The service did not get done in time. */
  DEADLINE_EXCEEDED(504);

  private final int http;

  GoogleStatus(int http) {
    this.http = http;
  }

  /** The status of the HTTP response. */
  public int http() {
    return http;
  }
}
