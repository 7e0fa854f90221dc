package dev.lockstep.testing.conformance;

import static dev.lockstep.testing.conformance.Twist.over;
import static dev.lockstep.testing.conformance.TwistedOperations.deletingAll;
import static dev.lockstep.testing.conformance.TwistedOperations.naming;

import dev.lockstep.secret.SecretsManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Faults of names, and of the scopes that prefixes and components give them. */
final class NameTwists {
  private static final String CLOSE = "closeNamesAreNotTakenForEachOther";
  private static final String PREFIXES = "twoPrefixesNeverSeeEachOther";

  static final List<Twist> ALL =
      List.of(
          over(
              "cuts long names",
              "theLongestNameIsKept",
              naming(name -> name.substring(0, Math.min(100, name.length())))),
          over(
              "takes dots for underscores",
              "secretAndKeyAreNotRunTogether",
              naming(name -> name.replace('.', '_'))),
          over("folds the case of names", CLOSE, naming(name -> name.toLowerCase(Locale.ROOT))),
          over("flattens names", CLOSE, naming(name -> name.replace('/', '-'))),
          over(
              "mends names",
              "namesAndKeysThatCannotBeAreRefused",
              naming(name -> "x" + name.replaceAll("[^A-Za-z0-9]", "x") + "x")),
          new Twist("ignores the prefix", PREFIXES, opening -> opening.without("prefix").right()),
          new Twist("runs prefix and name together", PREFIXES, NameTwists::runTogether),
          new Twist("deletes other prefixes", PREFIXES, NameTwists::deletingOtherPrefixes),
          new Twist(
              "shares one client",
              "twoComponentsOfOneFlavorWithStoresOfTheirOwnNeverMeet",
              opening ->
                  new Opening(opening.flavor(), opening.context(), opening.first(), opening.first())
                      .right()));

  private NameTwists() {}

  private static SecretsManager runTogether(Opening opening) {
    String prefix = opening.context().attributes().getOrDefault("prefix", "");
    return new Forwarding(opening.without("prefix").right()) {
      @Override
      String name(String name) {
        return prefix + name;
      }

      @Override
      public List<String> list() {
        List<String> names = new ArrayList<>();
        for (String name : right.list()) {
          if (name.startsWith(prefix)) {
            names.add(name.substring(prefix.length()));
          }
        }
        return names;
      }
    };
  }

  private static SecretsManager deletingOtherPrefixes(Opening opening) {
    SecretsManager whole = opening.without("prefix").right();
    return deletingAll((right, force) -> whole.deleteAll(force)).apply(opening.right());
  }
}
