package dev.lockstep.testing.conformance;

import static dev.lockstep.testing.conformance.TwistedOperations.getting;
import static dev.lockstep.testing.conformance.TwistedOperations.registering;
import static dev.lockstep.testing.conformance.TwistedOperations.updating;

import dev.lockstep.secret.Secret;
import dev.lockstep.secret.SecretExistsException;
import dev.lockstep.secret.SecretValue;
import dev.lockstep.secret.SecretsManager;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Faults that show when several use a store at once. */
final class RaceTwists {
  private static final String WHOLE = "anUpdateIsSeenWholeOrNotAtAll";

  static final List<Twist> ALL =
      List.of(
          new Twist(
              "looks and then registers",
              "oneOfManyThatRegisterANameSucceeds",
              RaceTwists::lookingFirst),
          new Twist("updates key by key", WHOLE, RaceTwists::updatingKeyByKey),
          Twist.over("remembers what it read", WHOLE, RaceTwists::remembering));

  private RaceTwists() {}

  private static SecretsManager lookingFirst(Opening opening) {
    return registering(
            (right, secret) -> {
              boolean there = !right.getAll(List.of(secret.name())).isEmpty();
              opening.meetAnother();
              if (there) {
                throw new SecretExistsException(secret.name(), "tested");
              }
              ExistenceTwists.registerOrUpdate(right, secret);
            })
        .apply(opening.right());
  }

  private static SecretsManager updatingKeyByKey(Opening opening) {
    return getting(
            (right, name) -> {
              opening.meetAnother();
              return right.get(name);
            })
        .apply(
            updating((right, secret) -> updateEachKey(right, secret, opening))
                .apply(opening.right()));
  }

  private static void updateEachKey(SecretsManager right, Secret secret, Opening opening) {
    Map<String, SecretValue> values = new LinkedHashMap<>(right.get(secret.name()).values());
    secret
        .values()
        .forEach(
            (key, value) -> {
              values.put(key, value);
              right.update(Forwarding.with(secret, values));
              opening.meetAnother();
            });
  }

  private static SecretsManager remembering(SecretsManager right) {
    Map<String, Secret> known = new ConcurrentHashMap<>();
    return getting((store, name) -> known.computeIfAbsent(name, store::get)).apply(right);
  }
}
