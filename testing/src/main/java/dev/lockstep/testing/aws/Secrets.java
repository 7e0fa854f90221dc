package dev.lockstep.testing.aws;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** All secrets, by name. */
final class Secrets {
  private static final String ARN = "arn:aws:secretsmanager:us-east-1:123456789012:secret:";
  private static final String SUFFIX =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

  private final Map<String, StoredSecret> byName = new TreeMap<>();
  private final SplittableRandom random = new SplittableRandom(7);

  /** One of that name, also one that is scheduled for deletion; null when there is none. */
  @Nullable StoredSecret find(String name) {
    sweep();
    return byName.get(name);
  }

  /** The one that a request names, by name, ARN, or ARN without its random end. */
  StoredSecret of(String id) {
    StoredSecret named = find(id);
    if (named != null) {
      return named;
    }
    if (id.startsWith("arn:")) {
      for (StoredSecret secret : byName.values()) {
        if (secret.arn().equals(id) || (ARN + secret.name()).equals(id)) {
          return secret;
        }
      }
    }
    throw ServiceError.missing();
  }

  StoredSecret add(String name) {
    StringBuilder arn = new StringBuilder(ARN).append(name).append('-');
    for (int i = 0; i < 6; i++) {
      arn.append(SUFFIX.charAt(random.nextInt(SUFFIX.length())));
    }
    StoredSecret secret = new StoredSecret(name, arn.toString());
    byName.put(name, secret);
    return secret;
  }

  List<StoredSecret> all() {
    sweep();
    return new ArrayList<>(byName.values());
  }

  /** Takes out what is due. */
  private void sweep() {
    byName.values().removeIf(StoredSecret::isGone);
  }
}
