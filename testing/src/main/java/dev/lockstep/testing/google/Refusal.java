package dev.lockstep.testing.google;

/** A request that a double answers with an error. */
final class Refusal extends Exception {
  private static final long serialVersionUID = 1L;

  private final GoogleStatus status;

  Refusal(GoogleStatus status, String message) {
    super(message, null, false, false);
    this.status = status;
  }

  GoogleStatus status() {
    return status;
  }

  String text() {
    return String.valueOf(getMessage());
  }
}
