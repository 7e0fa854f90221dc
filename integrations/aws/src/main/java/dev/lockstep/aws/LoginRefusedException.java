package dev.lockstep.aws;

/** The credentials that were found may not become those that are wanted, such as a role's. */
final class LoginRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String code;

  LoginRefusedException(String code) {
    super(code, null, false, false);
    this.code = code;
  }

  /** AWS's code for it. */
  String code() {
    return code;
  }
}
