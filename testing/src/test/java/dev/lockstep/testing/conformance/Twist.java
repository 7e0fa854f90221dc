package dev.lockstep.testing.conformance;

import dev.lockstep.json.JsonObject;
import dev.lockstep.secret.InvalidSecretException;
import dev.lockstep.secret.MalformedSecretException;
import dev.lockstep.secret.Secret;
import dev.lockstep.secret.SecretExistsException;
import dev.lockstep.secret.SecretNotFoundException;
import dev.lockstep.secret.SecretValue;
import dev.lockstep.secret.SecretsManager;
import dev.lockstep.secret.SecretsManagerException;
import dev.lockstep.secret.SecretsUnreachableException;
import dev.lockstep.secret.provider.ProviderFailure;
import dev.lockstep.secret.provider.ProviderLimits;
import dev.lockstep.secret.provider.ProviderNames;
import dev.lockstep.secret.provider.ProviderOptions;
import dev.lockstep.secret.provider.ProviderSecretsManager;
import dev.lockstep.stack.ComponentContext;
import dev.lockstep.stack.Options;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A fault of a secrets manager that the suite has to find, and the case that finds it. */
enum Twist {
  NONE("") {},

  // ---- what is kept

  DROPS_A_KEY("aRegisteredSecretIsReadAtOnceAndByOthers") {
    @Override
    SecretsManager over(SecretsManager right) {
      return new Forwarding(right) {
        @Override
        Secret stored(Secret secret) {
          Map<String, SecretValue> values = new LinkedHashMap<>(secret.values());
          if (values.size() > 1) {
            values.remove(values.keySet().iterator().next());
          }
          return with(secret, values);
        }
      };
    }
  },
  FORGETS_THE_TYPE("theSchemaTypeIsKept") {
    @Override
    SecretsManager over(SecretsManager right) {
      return new Forwarding(right) {
        @Override
        Secret read(Secret secret) {
          return Secret.of(secret.name(), Secret.ARBITRARY, secret.values());
        }
      };
    }
  },
  STRIPS_VALUES("valuesOfAnyTextAreKept") {
    @Override
    SecretsManager over(SecretsManager right) {
      return storing(right, String::strip);
    }
  },
  KNOWS_LATIN_ONLY("valuesOfAnyTextAreKept") {
    @Override
    SecretsManager over(SecretsManager right) {
      return storing(
          right,
          text ->
              new String(text.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.ISO_8859_1));
    }
  },
  ENDS_AT_NUL("valuesOfAnyTextAreKept") {
    @Override
    SecretsManager over(SecretsManager right) {
      return storing(right, text -> text.split("\0", 2)[0]);
    }
  },
  COMPOSES_ACCENTS("valuesOfAnyTextAreKept") {
    @Override
    SecretsManager over(SecretsManager right) {
      return storing(
          right, text -> java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFC));
    }
  },
  TAKES_EMPTY_FOR_ABSENT("valuesOfAnyTextAreKept") {
    @Override
    SecretsManager over(SecretsManager right) {
      return new Forwarding(right) {
        @Override
        Secret read(Secret secret) {
          Map<String, SecretValue> values = new LinkedHashMap<>(secret.values());
          values.values().removeIf(value -> value.reveal().isEmpty());
          return with(secret, values);
        }
      };
    }
  },
  STORES_HALF_A_PAIR("halfOfASurrogatePairIsRefused") {
    @Override
    SecretsManager over(SecretsManager right) {
      return storing(
          right, text -> new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));
    }
  },
  CUTS_LARGE_VALUES("aValueOf64KilobytesIsKeptOrRefusedBeforeAnythingIsSent") {
    @Override
    SecretsManager over(SecretsManager right) {
      return storing(right, text -> text.substring(0, Math.min(text.length(), 65_535)));
    }
  },
  CUTS_WHAT_IS_TOO_LARGE("aValueOneLargerIsRefusedBeforeAnythingIsSent") {
    @Override
    SecretsManager over(SecretsManager right) {
      return storing(right, text -> text.substring(0, Math.min(text.length(), 1_000)));
    }
  },
  COUNTS_CHARACTERS("sizesAreThoseOfEncodedText") {
    @Override
    ProviderLimits limits() {
      return new ProviderLimits("it", ProviderNames.PLAIN, 512, 3 * LIMITS.documentBytes());
    }
  },
  LOOKS_BEFORE_IT_REFUSES("aValueOneLargerIsRefusedBeforeAnythingIsSent") {
    @Override
    SecretsManager over(SecretsManager right) {
      return new Forwarding(right) {
        @Override
        public void register(Secret secret) {
          right.getAll(List.of(secret.name()));
          right.register(secret);
        }
      };
    }
  },
  TAKES_A_SECRET_WITHOUT_KEYS("aSecretWithoutKeysIsRefused") {
    @Override
    SecretsManager over(SecretsManager right) {
      return new Forwarding(right) {
        @Override
        Secret stored(Secret secret) {
          return secret.values().isEmpty()
              ? with(secret, Map.of("none", SecretValue.of("")))
              : secret;
        }
      };
    }
  },
  FOLDS_THE_CASE_OF_KEYS("closeKeysAreNotTakenForEachOther") {
    @Override
    SecretsManager over(SecretsManager right) {
      return new Forwarding(right) {
        @Override
        Secret stored(Secret secret) {
          Map<String, SecretValue> values = new LinkedHashMap<>();
          secret.values().forEach((key, value) -> values.put(key.toLowerCase(Locale.ROOT), value));
          return with(secret, values);
        }
      };
    }
  },
  ALWAYS_SAYS_VERSION_1("aVersionChangesWithEveryUpdate") {
    @Override
    SecretsManager over(SecretsManager right) {
      return new Forwarding(right) {
        @Override
        Secret read(Secret secret) {
          return secret.withVersion("1");
        }
      };
    }
  },

  // ---- what the operations do

  MERGES_ON_UPDATE("anUpdateAddsChangesAndRemovesKeysAndReplacesTheType") {
    @Override
    SecretsManager over(SecretsManager right) {
      return new Forwarding(right) {
        @Override
        public void update(Secret secret) {
          Map<String, SecretValue> values = new LinkedHashMap<>(right.get(secret.name()).values());
          values.putAll(secret.values());
          right.update(with(secret, values));
        }
      };
    }
  },
  UPDATES_WHAT_IS_MISSING("whatIsMissingIsNeitherReadNorUpdatedNorDeleted") {
    @Override
    SecretsManager over(SecretsManager right) {
      return new Forwarding(right) {
        @Override
        public void update(Secret secret) {
          try {
            right.update(secret);
          } catch (SecretNotFoundException e) {
            right.register(secret);
          }
        }
      };
    }
  },
  REGISTERS_OVER_WHAT_IS_THERE("aSecretIsNotRegisteredTwice") {
    @Override
    SecretsManager over(SecretsManager right) {
      return new Forwarding(right) {
        @Override
        public void register(Secret secret) {
          try {
            right.register(secret);
          } catch (SecretExistsException e) {
            right.update(secret);
          }
        }
      };
    }
  },
  DELETES_WHAT_IS_MISSING("whatIsMissingIsNeitherReadNorUpdatedNorDeleted") {
    @Override
    SecretsManager over(SecretsManager right) {
      return new Forwarding(right) {
        @Override
        public void delete(String name) {
          try {
            right.delete(name);
          } catch (SecretNotFoundException e) {
            // As if it had been there.
          }
        }
      };
    }
  },
  KEEPS_WHAT_IS_DELETED_WITHOUT_FORCE("allAreDeletedWithoutForceAsWell") {
    @Override
    SecretsManager over(SecretsManager right) {
      return new Forwarding(right) {
        @Override
        public void deleteAll(boolean force) {
          if (force) {
            right.deleteAll(true);
          }
        }
      };
    }
  },
  DELETES_WHAT_OTHERS_STORED("whatOtherToolsStoredIsReadAndNotListedNorDeletedWithAll") {
    @Override
    SimpleProvider provider(URI endpoint, Duration timeout) {
      return new SimpleProvider(endpoint, timeout) {
        @Override
        boolean isListed(boolean ours) {
          return true;
        }
      };
    }
  },
  FAILS_WHERE_ONE_OF_SEVERAL_IS_MISSING("severalAreReadAtOnceAndMissingOnesAreAbsent") {
    @Override
    SecretsManager over(SecretsManager right) {
      return new Forwarding(right) {
        @Override
        public Map<String, Secret> getAll(Collection<String> names) {
          Map<String, Secret> all = new LinkedHashMap<>();
          names.forEach(name -> all.put(name, get(name)));
          return all;
        }
      };
    }
  },
  READS_TWENTY_AT_MOST("severalAreReadAtOnceAndMissingOnesAreAbsent") {
    @Override
    SecretsManager over(SecretsManager right) {
      return new Forwarding(right) {
        @Override
        public Map<String, Secret> getAll(Collection<String> names) {
          return super.getAll(new ArrayList<>(names).subList(0, Math.min(20, names.size())));
        }
      };
    }
  },
  LISTS_100("aListOf1001SecretsIsCompleteAndSorted") {
    @Override
    SecretsManager over(SecretsManager right) {
      return new Forwarding(right) {
        @Override
        public List<String> list() {
          List<String> all = right.list();
          return all.subList(0, Math.min(100, all.size()));
        }
      };
    }
  },
  LISTS_BACKWARDS("aListOf1001SecretsIsCompleteAndSorted") {
    @Override
    SecretsManager over(SecretsManager right) {
      return new Forwarding(right) {
        @Override
        public List<String> list() {
          List<String> all = new ArrayList<>(right.list());
          Collections.reverse(all);
          return all;
        }
      };
    }
  },
  DECIDES_EXISTENCE_BY_A_LIST("anObjectOfAnotherToolReadsUnderASchema") {
    @Override
    SecretsManager over(SecretsManager right) {
      return new Forwarding(right) {
        @Override
        public Map<String, Secret> getAll(Collection<String> names) {
          List<String> there = new ArrayList<>(names);
          there.retainAll(right.list());
          return super.getAll(there);
        }
      };
    }
  },
  REMEMBERS_WHAT_IT_READ("anUpdateIsSeenWholeOrNotAtAll") {
    @Override
    SecretsManager over(SecretsManager right) {
      Map<String, Secret> known = new ConcurrentHashMap<>();
      return new Forwarding(right) {
        @Override
        public Secret get(String name) {
          return known.computeIfAbsent(name, super::get);
        }
      };
    }
  },
  SHOWS_WHAT_IT_READ("whatWasReadShowsNoValue") {
    @Override
    SecretsManager over(SecretsManager right) {
      return new Forwarding(right) {
        private String last = "";

        @Override
        Secret read(Secret secret) {
          last = secret.values().values().iterator().next().reveal();
          return secret;
        }

        @Override
        public String toString() {
          return "Secrets[last=" + last + "]";
        }
      };
    }
  },

  NEVER_FREES_A_NAME("aDeletedSecretIsGoneAndItsNameIsFree") {
    @Override
    SecretsManager over(SecretsManager right) {
      return new Forwarding(right) {
        private final Set<String> deleted = ConcurrentHashMap.newKeySet();

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
  },
  DELETES_TEN_OF_ALL("allAreDeletedAtOnceAndTheirNamesAreFree") {
    @Override
    SecretsManager over(SecretsManager right) {
      return new Forwarding(right) {
        @Override
        public void deleteAll(boolean force) {
          List<String> all = right.list();
          all.subList(0, Math.min(10, all.size())).forEach(right::delete);
        }
      };
    }
  },
  DELETES_FINALLY_WITHOUT_FORCE("allAreDeletedRecoverablyUnlessForced") {
    @Override
    SecretsManager over(SecretsManager right) {
      return new Forwarding(right) {
        @Override
        public void deleteAll(boolean force) {
          right.deleteAll(true);
        }
      };
    }
  },
  CANNOT_DELETE_NOTHING("anEmptyStoreHasNoSecrets") {
    @Override
    SecretsManager over(SecretsManager right) {
      return new Forwarding(right) {
        @Override
        public void deleteAll(boolean force) {
          if (right.list().isEmpty()) {
            throw new SecretNotFoundException("any", "tested");
          }
          right.deleteAll(force);
        }
      };
    }
  },
  REFUSES_WHAT_CHANGES_NOTHING("anUpdateWithTheSameContentSucceeds") {
    @Override
    SecretsManager over(SecretsManager right) {
      return new Forwarding(right) {
        @Override
        public void update(Secret secret) {
          if (right.get(secret.name()).equals(secret)) {
            throw new InvalidSecretException("nothing to change");
          }
          right.update(secret);
        }
      };
    }
  },
  KEEPS_A_HUNDRED_KEYS("manyKeysAreKeptInASecret") {
    @Override
    SecretsManager over(SecretsManager right) {
      return new Forwarding(right) {
        @Override
        Secret stored(Secret secret) {
          Map<String, SecretValue> values = new LinkedHashMap<>();
          secret
              .values()
              .forEach(
                  (key, value) -> {
                    if (values.size() < 100) {
                      values.put(key, value);
                    }
                  });
          return with(secret, values);
        }
      };
    }
  },
  READS_A_BROKEN_OBJECT_AS_A_TEXT("aBrokenObjectIsMalformedAndNotShown") {
    @Override
    SecretsManager over(SecretsManager right) {
      return new Forwarding(right) {
        @Override
        public Secret get(String name) {
          try {
            return right.get(name);
          } catch (MalformedSecretException e) {
            return Secret.of(name, Secret.ARBITRARY, Map.of("value", SecretValue.of("{")));
          }
        }
      };
    }
  },
  HIDES_WHAT_HAS_A_PREFIX("aComponentWithoutPrefixSeesTheWholeStore") {
    @Override
    SecretsManager over(SecretsManager right) {
      return new Forwarding(right) {
        @Override
        public List<String> list() {
          return right.list().stream().filter(name -> name.indexOf('/') < 0).toList();
        }
      };
    }
  },
  CUTS_LONG_NAMES("theLongestNameIsKept") {
    @Override
    SecretsManager over(SecretsManager right) {
      return naming(right, name -> name.substring(0, Math.min(100, name.length())));
    }
  },
  TAKES_DOTS_FOR_UNDERSCORES("secretAndKeyAreNotRunTogether") {
    @Override
    SecretsManager over(SecretsManager right) {
      return naming(right, name -> name.replace('.', '_'));
    }
  },

  // ---- names and scopes

  FOLDS_THE_CASE_OF_NAMES("closeNamesAreNotTakenForEachOther") {
    @Override
    SecretsManager over(SecretsManager right) {
      return naming(right, name -> name.toLowerCase(Locale.ROOT));
    }
  },
  FLATTENS_NAMES("closeNamesAreNotTakenForEachOther") {
    @Override
    SecretsManager over(SecretsManager right) {
      return naming(right, name -> name.replace('/', '-'));
    }
  },
  MENDS_NAMES("namesAndKeysThatCannotBeAreRefused") {
    @Override
    SecretsManager over(SecretsManager right) {
      return naming(right, name -> "x" + name.replaceAll("[^A-Za-z0-9]", "x") + "x");
    }
  },
  SHOWS_A_VALUE("namesAndKeysThatCannotBeAreRefused") {
    @Override
    SecretsManager over(SecretsManager right) {
      return new Forwarding(right) {
        @Override
        public void register(Secret secret) {
          try {
            right.register(secret);
          } catch (InvalidSecretException e) {
            String values = "";
            for (SecretValue value : secret.values().values()) {
              values += value.reveal();
            }
            throw new InvalidSecretException("cannot store " + values);
          }
        }
      };
    }
  },
  IGNORES_THE_PREFIX("twoPrefixesNeverSeeEachOther") {
    @Override
    SecretsManager open(TwistedFlavor flavor, ComponentContext context, URI endpoint, URI first) {
      Map<String, String> attributes = new LinkedHashMap<>(context.attributes());
      attributes.remove("prefix");
      return super.open(flavor, with(context, attributes), endpoint, first);
    }
  },
  RUNS_PREFIX_AND_NAME_TOGETHER("twoPrefixesNeverSeeEachOther") {
    @Override
    SecretsManager open(TwistedFlavor flavor, ComponentContext context, URI endpoint, URI first) {
      Map<String, String> attributes = new LinkedHashMap<>(context.attributes());
      String prefix = attributes.remove("prefix");
      SecretsManager whole = super.open(flavor, with(context, attributes), endpoint, first);
      return prefix == null
          ? whole
          : new Forwarding(whole) {
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
  },
  DELETES_OTHER_PREFIXES("twoPrefixesNeverSeeEachOther") {
    @Override
    SecretsManager open(TwistedFlavor flavor, ComponentContext context, URI endpoint, URI first) {
      Map<String, String> attributes = new LinkedHashMap<>(context.attributes());
      attributes.remove("prefix");
      SecretsManager whole = super.open(flavor, with(context, attributes), endpoint, first);
      return new Forwarding(super.open(flavor, context, endpoint, first)) {
        @Override
        public void deleteAll(boolean force) {
          whole.deleteAll(force);
        }
      };
    }
  },
  SHARES_ONE_CLIENT("twoComponentsOfOneFlavorWithStoresOfTheirOwnNeverMeet") {
    @Override
    SecretsManager open(TwistedFlavor flavor, ComponentContext context, URI endpoint, URI first) {
      return super.open(flavor, context, first, first);
    }
  },

  // ---- several at once

  LOOKS_AND_THEN_REGISTERS("oneOfManyThatRegisterANameSucceeds") {
    @Override
    SecretsManager open(TwistedFlavor flavor, ComponentContext context, URI endpoint, URI first) {
      SimpleProvider server = new SimpleProvider(endpoint, Duration.ofSeconds(10));
      return new Forwarding(super.open(flavor, context, endpoint, first)) {
        @Override
        public void register(Secret secret) {
          boolean there = !right.getAll(List.of(secret.name())).isEmpty();
          meetAnother(server);
          if (there) {
            throw new SecretExistsException(secret.name(), "tested");
          }
          try {
            right.register(secret);
          } catch (SecretExistsException e) {
            right.update(secret);
          }
        }
      };
    }
  },
  UPDATES_KEY_BY_KEY("anUpdateIsSeenWholeOrNotAtAll") {
    @Override
    SecretsManager open(TwistedFlavor flavor, ComponentContext context, URI endpoint, URI first) {
      SimpleProvider server = new SimpleProvider(endpoint, Duration.ofSeconds(10));
      return new Forwarding(super.open(flavor, context, endpoint, first)) {
        @Override
        public Secret get(String name) {
          meetAnother(server);
          return right.get(name);
        }

        @Override
        public void update(Secret secret) {
          Map<String, SecretValue> values = new LinkedHashMap<>(right.get(secret.name()).values());
          secret
              .values()
              .forEach(
                  (key, value) -> {
                    values.put(key, value);
                    right.update(with(secret, values));
                    meetAnother(server);
                  });
        }
      };
    }
  },

  // ---- servers that fail

  TAKES_EVERY_FAILURE_FOR_MISSING("whatIsNotAnsweredIsNotMissing") {
    @Override
    SecretsManager over(SecretsManager right) {
      return new Forwarding(right) {
        @Override
        public Secret get(String name) {
          try {
            return right.get(name);
          } catch (SecretsUnreachableException e) {
            throw new SecretNotFoundException(name, "tested");
          }
        }
      };
    }
  },
  TAKES_DENIED_FOR_UNREACHABLE("aDeniedCallSaysSo") {
    @Override
    SimpleProvider provider(URI endpoint, Duration timeout) {
      return new SimpleProvider(endpoint, timeout) {
        @Override
        ProviderFailure refused(int status, String body) {
          return super.refused(500, body);
        }
      };
    }
  },
  TAKES_THROTTLED_FOR_UNREACHABLE("aThrottledCallSaysSo") {
    @Override
    SimpleProvider provider(URI endpoint, Duration timeout) {
      return new SimpleProvider(endpoint, timeout) {
        @Override
        ProviderFailure refused(int status, String body) {
          return super.refused(status == 429 ? 500 : status, body);
        }
      };
    }
  },
  QUOTES_THE_SERVER("aServerThatFailsIsUnreachable") {
    @Override
    SimpleProvider provider(URI endpoint, Duration timeout) {
      return new SimpleProvider(endpoint, timeout) {
        @Override
        ProviderFailure refused(int status, String body) {
          return new ProviderFailure(super.refused(status, body).kind(), body, "");
        }
      };
    }
  },
  THROWS_WHAT_ITS_CLIENT_THROWS("aServerThatHangsUpIsUnreachable") {
    @Override
    SimpleProvider provider(URI endpoint, Duration timeout) {
      return new SimpleProvider(endpoint, timeout) {
        @Override
        JsonObject broken(IOException e) {
          throw new UncheckedIOException(e);
        }
      };
    }
  },
  BELIEVES_ANY_ANSWER("anAnswerThatMakesNoSenseIsNoAnswer") {
    @Override
    SimpleProvider provider(URI endpoint, Duration timeout) {
      return new SimpleProvider(endpoint, timeout) {
        @Override
        JsonObject answer(String body) throws ProviderFailure {
          return body.startsWith("<")
              ? new JsonObject(Map.of("done", "missing", "ids", Map.of()))
              : super.answer(body);
        }
      };
    }
  },
  READS_HALF_AN_ANSWER("halfAnAnswerIsNotReadAsAWholeOne") {
    @Override
    SimpleProvider provider(URI endpoint, Duration timeout) {
      return new SimpleProvider(endpoint, timeout) {
        @Override
        JsonObject answer(String body) throws ProviderFailure {
          return body.startsWith("{") && !body.endsWith("}")
              ? new JsonObject(Map.of("done", "missing"))
              : super.answer(body);
        }
      };
    }
  },
  GIVES_UP_AT_ONCE("aFaultThatPassesIsNotNoticed") {
    @Override
    SecretsManager open(TwistedFlavor flavor, ComponentContext context, URI endpoint, URI first) {
      return super.open(flavor, with(context, onceOnly(context)), endpoint, first);
    }
  },
  REPEATS_WHAT_MAY_HAVE_BEEN_DONE("aLostAnswerIsNotNoticed") {
    @Override
    SecretsManager open(TwistedFlavor flavor, ComponentContext context, URI endpoint, URI first) {
      return new Forwarding(super.open(flavor, with(context, onceOnly(context)), endpoint, first)) {
        @Override
        public void register(Secret secret) {
          try {
            right.register(secret);
          } catch (SecretsUnreachableException e) {
            right.register(secret);
          }
        }
      };
    }
  },
  TAKES_A_TAKEN_NAME_FOR_ITS_OWN("aNameThatIsTakenIsStillToldAfterALostAnswer") {
    @Override
    SecretsManager open(TwistedFlavor flavor, ComponentContext context, URI endpoint, URI first) {
      return new Forwarding(super.open(flavor, with(context, onceOnly(context)), endpoint, first)) {
        @Override
        public void register(Secret secret) {
          try {
            right.register(secret);
          } catch (SecretsUnreachableException e) {
            try {
              right.register(secret);
            } catch (SecretExistsException taken) {
              // By itself, it believes.
            }
          }
        }
      };
    }
  },
  ASKS_BEFORE_IT_IS_ASKED("nothingIsAskedBeforeTheFirstCall") {
    @Override
    SecretsManager over(SecretsManager right) {
      try {
        right.list();
      } catch (SecretsManagerException e) {
        // It will be told.
      }
      return right;
    }
  },
  RESTORES_WHATEVER_IS_SAID("deletedSecretsAreRestoredOrReplacedOrRefused") {
    @Override
    SecretsManager open(TwistedFlavor flavor, ComponentContext context, URI endpoint, URI first) {
      Map<String, String> attributes = new LinkedHashMap<>(context.attributes());
      attributes.put("on_deleted", "restore");
      return super.open(flavor, with(context, attributes), endpoint, first);
    }
  };

  static final ProviderLimits LIMITS = new ProviderLimits("it", ProviderNames.PLAIN, 512, 70_000);

  private final String foundBy;

  Twist(String foundBy) {
    this.foundBy = foundBy;
  }

  /** The case that finds it; empty for {@link #NONE}. */
  List<String> foundBy() {
    return foundBy.isEmpty() ? List.of() : List.of(foundBy);
  }

  SecretsManager open(TwistedFlavor flavor, ComponentContext context, URI endpoint, URI first) {
    Options options = Options.of(flavor, context);
    return over(
        new ProviderSecretsManager(
            ProviderOptions.read(options, context),
            limits(),
            provider(endpoint, options.duration("timeout"))));
  }

  SecretsManager over(SecretsManager right) {
    return right;
  }

  SimpleProvider provider(URI endpoint, Duration timeout) {
    return new SimpleProvider(endpoint, timeout);
  }

  ProviderLimits limits() {
    return LIMITS;
  }

  private static SecretsManager storing(SecretsManager right, Forwarding.Edit edit) {
    return new Forwarding(right) {
      @Override
      Secret stored(Secret secret) {
        return edited(secret, edit);
      }
    };
  }

  private static SecretsManager naming(SecretsManager right, Forwarding.Edit edit) {
    return new Forwarding(right) {
      @Override
      String name(String name) {
        return edit.of(name);
      }
    };
  }

  private static ComponentContext with(ComponentContext context, Map<String, String> attributes) {
    return new ComponentContext(
        context.component(), attributes, context.home(), context.environment());
  }

  private static Map<String, String> onceOnly(ComponentContext context) {
    Map<String, String> attributes = new LinkedHashMap<>(context.attributes());
    attributes.put("attempts", "1");
    return attributes;
  }

  private static void meetAnother(SimpleProvider server) {
    try {
      server.call(Map.of("do", "meet"));
    } catch (ProviderFailure e) {
      throw new IllegalStateException(e);
    }
  }
}
