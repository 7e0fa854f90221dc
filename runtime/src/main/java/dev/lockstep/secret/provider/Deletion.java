package dev.lockstep.secret.provider;

/** What deleting a secret means where the provider can keep deleted secrets for a while. */
public enum Deletion {
  /** The provider keeps it for a while, and it can be restored. */
  RECOVERABLE("recoverable"),
  /** It is gone at once. */
  FINAL("final");

  private final String word;

  Deletion(String word) {
    this.word = word;
  }

  /** The value of the attribute {@code deletion}. */
  public String word() {
    return word;
  }

  static Deletion of(String word) {
    return word.equals(FINAL.word) ? FINAL : RECOVERABLE;
  }
}
