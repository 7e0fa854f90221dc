package dev.lockstep.gcp;

import com.google.cloud.secretmanager.v1.SecretVersion.State;
import dev.lockstep.gcp.GoogleFailure.Kind;
import java.util.List;

/**
 * What becomes of the versions of a secret that were replaced. Google bills every version that is
 * not destroyed.
 */
final class OldVersions {
  enum Policy {
    /** They stay and can be read by their numbers. */
    KEEP("keep"),
    /** They cannot be read until somebody enables them. */
    DISABLE("disable"),
    /** What they held is gone. */
    DESTROY("destroy");

    private final String word;

    Policy(String word) {
      this.word = word;
    }

    static Policy of(String word) {
      for (Policy policy : values()) {
        if (policy.word.equals(word)) {
          return policy;
        }
      }
      return KEEP;
    }
  }

  private final SecretManagerClient client;
  private final SecretManagerConfig config;

  OldVersions(SecretManagerClient client, SecretManagerConfig config) {
    this.client = client;
    this.config = config;
  }

  /**
   * Disables or destroys those of a secret that are to be; again after a failure, where it left
   * off.
   */
  void retire(String id) throws GoogleFailure {
    retireBefore(id, Long.MAX_VALUE);
  }

  /** The same for versions before one that is still needed. */
  void retireBefore(String id, long needed) throws GoogleFailure {
    if (config.oldVersions() == Policy.KEEP) {
      return;
    }
    boolean destroy = config.oldVersions() == Policy.DESTROY;
    try {
      List<Long> versions =
          destroy
              ? client.versions(id, State.ENABLED, State.DISABLED)
              : client.versions(id, State.ENABLED);
      for (int i = config.keepVersions(); i < versions.size(); i++) {
        if (versions.get(i) < needed) {
          retire(id, versions.get(i), destroy);
        }
      }
    } catch (GoogleFailure failure) {
      if (failure.kind() == Kind.MISSING) {
        return; // Somebody else has just deleted it with all its versions.
      }
      throw failure.with("it was written, but its old versions may still be readable");
    }
  }

  private void retire(String id, long version, boolean destroy) throws GoogleFailure {
    try {
      if (destroy) {
        client.destroy(id, version);
      } else {
        client.disable(id, version);
      }
    } catch (GoogleFailure failure) {
      // Somebody else has just destroyed it.
      if (failure.kind() != Kind.PRECONDITION) {
        throw failure;
      }
    }
  }
}
