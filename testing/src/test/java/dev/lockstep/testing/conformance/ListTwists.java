package dev.lockstep.testing.conformance;

import static dev.lockstep.testing.conformance.Twist.over;
import static dev.lockstep.testing.conformance.Twist.speaking;
import static dev.lockstep.testing.conformance.TwistedOperations.gettingAll;
import static dev.lockstep.testing.conformance.TwistedOperations.listing;

import dev.lockstep.secret.Secret;
import dev.lockstep.secret.SecretsManager;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Faults of lists, and of reading several secrets at once. */
final class ListTwists {
  private static final String COMPLETE = "aListOf1001SecretsIsCompleteAndSorted";
  private static final String SEVERAL = "severalAreReadAtOnceAndMissingOnesAreAbsent";

  static final List<Twist> ALL =
      List.of(
          over("lists 100", COMPLETE, listing(all -> all.stream().limit(100).toList())),
          over(
              "lists backwards",
              COMPLETE,
              listing(all -> all.stream().sorted(Comparator.reverseOrder()).toList())),
          over(
              "hides what has a prefix",
              "aComponentWithoutPrefixSeesTheWholeStore",
              listing(all -> all.stream().filter(name -> name.indexOf('/') < 0).toList())),
          speaking(
              "deletes what others stored",
              "whatOtherToolsStoredIsReadAndNotListedNorDeletedWithAll",
              ListTwists::thatListsAll),
          over("fails where one of several is missing", SEVERAL, gettingAll(ListTwists::getEach)),
          over(
              "reads twenty at most",
              SEVERAL,
              gettingAll((right, names) -> right.getAll(names.stream().limit(20).toList()))));

  private ListTwists() {}

  private static SimpleProvider thatListsAll(URI endpoint, Duration timeout) {
    return new SimpleProvider(endpoint, timeout) {
      @Override
      boolean isListed(boolean ours) {
        return true;
      }
    };
  }

  private static Map<String, Secret> getEach(SecretsManager right, Collection<String> names) {
    Map<String, Secret> all = new LinkedHashMap<>();
    names.forEach(name -> all.put(name, right.get(name)));
    return all;
  }
}
