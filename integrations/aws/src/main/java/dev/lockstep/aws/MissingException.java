package dev.lockstep.aws;

/** It is not known as whom, or in which region, AWS is to be called. */
final class MissingException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What was looked for. */
  enum What {
    REGION("no region"),
    CREDENTIALS("no credentials"),
    /** The profile that is wanted is in no file. */
    PROFILE("no such profile"),
    /** A profile wants a login for which the SDK has a module that is not part of this one. */
    LOGIN("a login that is not supported"),
    /** {@code ~/.aws/config} or {@code ~/.aws/credentials}. */
    FILES("unreadable files");

    private final String words;

    What(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
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
