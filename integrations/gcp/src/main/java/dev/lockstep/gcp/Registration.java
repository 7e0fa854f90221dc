package dev.lockstep.gcp;

import dev.lockstep.gcp.GoogleFailure.Kind;
import dev.lockstep.gcp.SecretManagerClient.Version;
import dev.lockstep.secret.provider.SecretProvider.Creation;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
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
    Optional<GoogleSecret> created = begin(begun);
    try {
      if (created.isEmpty()) {
        if (!isUnfinished(secret.id(), token)) {
          return Creation.EXISTS;
        }
        created = Optional.of(takeOver(begun));
      }
      byte[] payload = payloads.make();
      if (client.add(secret.id(), payload) != 1 && !isFirst(secret.id(), payload)) {
        return Creation.EXISTS;
      }
    } catch (GoogleFailure failure) {
      throw failure.kind() == Kind.MISSING
          ? new GoogleFailure(Kind.UNREACHABLE, "it was deleted while it was registered", "")
          : failure;
    }
    finish(created.get());
    return Creation.CREATED;
  }

  /** Creates a secret without versions; empty when there is one of that id. */
  private Optional<GoogleSecret> begin(GoogleSecret secret) throws GoogleFailure {
    try {
      return Optional.of(client.create(secret));
    } catch (GoogleFailure failure) {
      if (failure.kind() == Kind.EXISTS) {
        return Optional.empty();
      }
      throw failure;
    }
  }

  /** Makes what somebody else has left ours, and keeps what others wrote beside it. */
  private GoogleSecret takeOver(GoogleSecret begun) throws GoogleFailure {
    GoogleSecret left = client.get(begun.id());
    for (Map.Entry<String, String> label : begun.labels().entrySet()) {
      left = left.labelled(label.getKey(), label.getValue());
    }
    for (Map.Entry<String, String> annotation : begun.annotations().entrySet()) {
      left = left.annotated(annotation.getKey(), annotation.getValue());
    }
    left = left.annotated(GoogleSecret.LAYOUT, begun.annotation(GoogleSecret.LAYOUT));
    client.update(left);
    return client.get(begun.id());
  }

  /** Whether a secret that exists has no version, and nobody is about to add one. */
  private boolean isUnfinished(String id, String token) throws GoogleFailure {
    for (int look = 1; ; look++) {
      if (hasVersions(id)) {
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
        throw GoogleFailure.interrupted();
      }
    }
  }

  /** Whoever may not see versions leaves the secret, which is there, alone. */
  private boolean hasVersions(String id) throws GoogleFailure {
    try {
      return client.hasVersions(id);
    } catch (GoogleFailure failure) {
      if (failure.kind() == Kind.DENIED) {
        return true;
      }
      throw failure;
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
