package dev.lockstep.gcp;

import dev.lockstep.gcp.GoogleFailure.Kind;
import dev.lockstep.gcp.SecretManagerClient.Version;
import dev.lockstep.secret.provider.SecretProvider.Creation;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Creates secrets, which takes two calls: one for the secret, one for its first version. Whoever
 * dies between them leaves a secret without versions, which everybody reads as missing and the next
 * one to register it finishes. Of two that finish the same one, the first to add a version wins.
 */
final class Registration {
  /** How long a secret without versions may be somebody else's that is about to get one. */
  private static final int LOOKS = 10;

  private static final long MILLIS_BETWEEN_LOOKS = 100;

  private final SecretManagerClient client;

  Registration(SecretManagerClient client) {
    this.client = client;
  }

  /** Makes what the first version holds, once the name is taken. */
  interface Payloads {
    byte[] make() throws GoogleFailure;
  }

  /**
   * Creates a secret with its first version.
   *
   * @param secret its id, labels and annotations
   * @param token of the operation, the same for all attempts at it
   */
  Creation create(GoogleSecret secret, String token, Payloads payloads) throws GoogleFailure {
    GoogleSecret begun = secret.annotated(GoogleSecret.REGISTERING, token);
    GoogleSecret created;
    try {
      created = client.create(begun);
    } catch (GoogleFailure failure) {
      if (failure.kind() != Kind.EXISTS) {
        throw failure;
      }
      if (!isUnfinished(secret.id(), token)) {
        return Creation.EXISTS;
      }
      GoogleSecret left = client.get(secret.id());
      for (Map.Entry<String, String> label : begun.labels().entrySet()) {
        left = left.labelled(label.getKey(), label.getValue());
      }
      for (Map.Entry<String, String> annotation : begun.annotations().entrySet()) {
        left = left.annotated(annotation.getKey(), annotation.getValue());
      }
      client.update(left);
      created = client.get(secret.id());
    }
    byte[] payload = payloads.make();
    if (client.add(secret.id(), payload) != 1 && !isFirst(secret.id(), payload)) {
      return Creation.EXISTS;
    }
    finish(created);
    return Creation.CREATED;
  }

  /** Whether a secret that exists has no version, and nobody is about to add one. */
  private boolean isUnfinished(String id, String token) throws GoogleFailure {
    for (int look = 1; ; look++) {
      if (client.hasVersions(id)) {
        return false;
      }
      if (look == LOOKS) {
        return true;
      }
      if (look == 1 && client.get(id).annotation(GoogleSecret.REGISTERING).equals(token)) {
        return true; // This operation created it; the answer was lost.
      }
      try {
        TimeUnit.MILLISECONDS.sleep(MILLIS_BETWEEN_LOOKS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new GoogleFailure(Kind.UNREACHABLE, "interrupted", "");
      }
    }
  }

  /**
   * Somebody else has added a version meanwhile, too. The first one counts: when that is another
   * one's, it is made the newest again.
   */
  private boolean isFirst(String id, byte[] payload) throws GoogleFailure {
    Version first = client.access(id, "1");
    if (Arrays.equals(first.payload(), payload)) {
      return true;
    }
    long unused = client.add(id, first.payload());
    return false;
  }

  /** The mark is gone once the version is there. If it stays, lists look for the version. */
  private void finish(GoogleSecret created) {
    try {
      client.update(created.annotated(GoogleSecret.REGISTERING, ""));
    } catch (GoogleFailure failure) {
      // The secret is there all the same, and a mark too many does no harm.
    }
  }
}
