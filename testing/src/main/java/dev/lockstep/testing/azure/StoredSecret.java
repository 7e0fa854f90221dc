package dev.lockstep.testing.azure;

import java.util.ArrayList;
import java.util.List;

/**
 * A name in the vault with its versions and its state.
 *
 * <p>Deleting, recovering and purging take a while in a real vault, in which the name answers
 * neither as before nor as after. Here that while is a number of calls that name the secret, so
 * that tests need no clock.
 */
final class StoredSecret {
  /** How long a deleted secret can be recovered; a real vault's default. */
  static final int RETENTION_DAYS = 90;

  private static final long DAY = 24 * 60 * 60;

  /** Where a name stands. */
  enum State {
    ACTIVE,
    BEING_DELETED,
    DELETED,
    BEING_RECOVERED,
    BEING_PURGED,
    /** Nothing is left of it. */
    GONE
  }

  private final String name;
  private final boolean managed;
  private final List<SecretVersion> versions = new ArrayList<>();
  private State state = State.ACTIVE;
  private int callsLeft;
  private long deleted;

  /**
   * One without versions.
   *
   * @param managed whether it stands for a certificate
   */
  StoredSecret(String name, boolean managed) {
    this.name = name;
    this.managed = managed;
  }

  String name() {
    return name;
  }

  /** Oldest first. */
  List<SecretVersion> versions() {
    return versions;
  }

  SecretVersion current() {
    return versions.get(versions.size() - 1);
  }

  State state() {
    return state;
  }

  long deletedDate() {
    return deleted;
  }

  long scheduledPurgeDate() {
    return deleted + RETENTION_DAYS * DAY;
  }

  /** A call that names this secret: what is under way comes nearer to its end. */
  void tick() {
    if (callsLeft > 0) {
      callsLeft--;
      return;
    }
    state =
        switch (state) {
          case BEING_DELETED -> State.DELETED;
          case BEING_RECOVERED -> State.ACTIVE;
          case BEING_PURGED -> State.GONE;
          default -> state;
        };
  }

  void delete(int calls, long now) {
    deleted = now;
    become(State.BEING_DELETED, calls);
  }

  void recover(int calls) {
    become(State.BEING_RECOVERED, calls);
  }

  void purge(int calls) {
    become(State.BEING_PURGED, calls);
  }

  private void become(State next, int calls) {
    state = next;
    callsLeft = calls;
    if (calls == 0) {
      tick();
    }
  }

  /** Refuses to change what stands for a certificate. */
  void requireOwnLife(String operation) {
    if (managed) {
      throw VaultFailure.managed(operation);
    }
  }

  boolean isManaged() {
    return managed;
  }

  /** Refuses the use of a name that is not in use now, and not free either. */
  void requireNoConflict() {
    switch (state) {
      case BEING_DELETED, BEING_PURGED ->
          throw VaultFailure.conflict(
              "Secret "
                  + name
                  + " is currently being deleted and cannot be re-created; retry later.",
              "ObjectIsBeingDeleted");
      case BEING_RECOVERED ->
          throw VaultFailure.conflict(
              "Secret "
                  + name
                  + " is currently being recovered and cannot be re-created; retry later.",
              "ObjectIsBeingRecovered");
      case DELETED ->
          throw VaultFailure.conflict(
              "Secret "
                  + name
                  + " is currently in a deleted but recoverable state, and its name cannot be"
                  + " reused; in this state, the secret can only be recovered or purged.",
              "ObjectIsDeletedButRecoverable");
      default -> {}
    }
  }
}
