package dev.lockstep.aws;

/** Nothing says as whom, or in which region, AWS is to be called. */
final class MissingException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What was looked for. */
  enum What {
    REGION,
    CREDENTIALS
  }

  private final What what;

  MissingException(What what) {
    super(what.name(), null, false, false);
    this.what = what;
  }

  What what() {
    return what;
  }
}
