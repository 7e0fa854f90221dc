package dev.lockstep.secret.provider;

/** What registering a secret does whose name belongs to a deleted one that can be restored. */
public enum OnDeleted {
  /** Refuses, and says so. */
  ERROR("error"),
  /** Restores the deleted secret and updates it, so that its history is kept. */
  RESTORE("restore"),
  /** Deletes the old one finally, then registers. */
  REPLACE("replace");

  private final String word;

  OnDeleted(String word) {
    this.word = word;
  }

  /** The value of the attribute {@code on_deleted}. */
  public String word() {
    return word;
  }

  static OnDeleted of(String word) {
    for (OnDeleted known : values()) {
      if (known.word.equals(word)) {
        return known;
      }
    }
    return ERROR;
  }
}
