package dev.lockstep.testing.conformance;

import static dev.lockstep.testing.conformance.Twist.over;
import static dev.lockstep.testing.conformance.TwistedOperations.deleting;
import static dev.lockstep.testing.conformance.TwistedOperations.deletingAll;
import static dev.lockstep.testing.conformance.TwistedOperations.gettingAll;
import static dev.lockstep.testing.conformance.TwistedOperations.registering;
import static dev.lockstep.testing.conformance.TwistedOperations.updating;

import dev.lockstep.secret.InvalidSecretException;
import dev.lockstep.secret.Secret;
import dev.lockstep.secret.SecretExistsException;
import dev.lockstep.secret.SecretNotFoundException;
import dev.lockstep.secret.SecretValue;
import dev.lockstep.secret.SecretsManager;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Faults of what there is, what is updated, and what is deleted. */
final class ExistenceTwists {
  private static final String MISSING = "whatIsMissingIsNeitherReadNorUpdatedNorDeleted";

  static final List<Twist> ALL =
      List.of(
          over(
              "merges on update",
              "anUpdateAddsChangesAndRemovesKeysAndReplacesTheType",
              updating(ExistenceTwists::merge)),
          over(
              "updates what is missing",
              MISSING,
              updating(
                  (right, secret) -> {
                    try {
                      right.update(secret);
                    } catch (SecretNotFoundException e) {
                      right.register(secret);
                    }
                  })),
          over(
              "registers over what is there",
              "aSecretIsNotRegisteredTwice",
              registering(ExistenceTwists::registerOrUpdate)),
          over(
              "deletes what is missing",
              MISSING,
              deleting(
                  (right, name) -> {
                    try {
                      right.delete(name);
                    } catch (SecretNotFoundException e) {
                      // As if it had been there.
                    }
                  })),
          over(
              "refuses what changes nothing",
              "anUpdateWithTheSameContentSucceeds",
              updating(
                  (right, secret) -> {
                    if (right.get(secret.name()).equals(secret)) {
                      throw new InvalidSecretException("nothing to change");
                    }
                    right.update(secret);
                  })),
          over(
              "decides existence by a list",
              "anObjectOfAnotherToolReadsUnderASchema",
              gettingAll(
                  (right, names) -> {
                    List<String> there = new ArrayList<>(names);
                    there.retainAll(right.list());
                    return right.getAll(there);
                  })),
          over(
              "never frees a name",
              "aDeletedSecretIsGoneAndItsNameIsFree",
              ExistenceTwists::keepingNames),
          over(
              "keeps what is deleted without force",
              "allAreDeletedWithoutForceAsWell",
              deletingAll(
                  (right, force) -> {
                    if (force) {
                      right.deleteAll(true);
                    }
                  })),
          over(
              "deletes ten of all",
              "allAreDeletedAtOnceAndTheirNamesAreFree",
              deletingAll(
                  (right, force) -> right.list().stream().limit(10).forEach(right::delete))),
          over(
              "deletes finally without force",
              "allAreDeletedRecoverablyUnlessForced",
              deletingAll((right, force) -> right.deleteAll(true))),
          over(
              "cannot delete nothing",
              "anEmptyStoreHasNoSecrets",
              deletingAll(
                  (right, force) -> {
                    if (right.list().isEmpty()) {
                      throw new SecretNotFoundException("any", "tested");
                    }
                    right.deleteAll(force);
                  })),
          new Twist(
              "restores whatever is said",
              "deletedSecretsAreRestoredOrReplacedOrRefused",
              opening -> opening.with("on_deleted", "restore").right()));

  private ExistenceTwists() {}

  private static void merge(SecretsManager right, Secret secret) {
    Map<String, SecretValue> values = new LinkedHashMap<>(right.get(secret.name()).values());
    values.putAll(secret.values());
    right.update(Forwarding.with(secret, values));
  }

  static void registerOrUpdate(SecretsManager right, Secret secret) {
    try {
      right.register(secret);
    } catch (SecretExistsException e) {
      right.update(secret);
    }
  }

  private static SecretsManager keepingNames(SecretsManager right) {
    Set<String> deleted = ConcurrentHashMap.newKeySet();
    return new Forwarding(right) {
      @Override
      public void delete(String name) {
        right.delete(name);
        deleted.add(name);
      }

      @Override
      public void register(Secret secret) {
        if (deleted.contains(secret.name())) {
          throw new SecretExistsException(secret.name(), "tested");
        }
        right.register(secret);
      }
    };
  }
}
