package dev.lockstep.testing.conformance;

import static dev.lockstep.testing.conformance.Twist.over;
import static dev.lockstep.testing.conformance.TwistedOperations.getting;
import static dev.lockstep.testing.conformance.TwistedOperations.reading;
import static dev.lockstep.testing.conformance.TwistedOperations.registering;
import static dev.lockstep.testing.conformance.TwistedOperations.storingTexts;
import static dev.lockstep.testing.conformance.TwistedOperations.storingValues;

import dev.lockstep.secret.MalformedSecretException;
import dev.lockstep.secret.Secret;
import dev.lockstep.secret.SecretValue;
import dev.lockstep.secret.SecretsManager;
import dev.lockstep.secret.provider.ProviderLimits;
import dev.lockstep.secret.provider.ProviderNames;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Faults of what is kept: keys, values, types, versions and their limits. */
final class ContentTwists {
  private static final String TEXTS = "valuesOfAnyTextAreKept";
  private static final String TOO_LARGE = "aValueOneLargerIsRefusedBeforeAnythingIsSent";

  static final List<Twist> ALL =
      List.of(
          over(
              "drops a key",
              "aRegisteredSecretIsReadAtOnceAndByOthers",
              storingValues(ContentTwists::withoutTheFirstOfSeveral)),
          over(
              "forgets the type",
              "theSchemaTypeIsKept",
              reading(secret -> Secret.of(secret.name(), Secret.ARBITRARY, secret.values()))),
          over("strips values", TEXTS, storingTexts(String::strip)),
          over(
              "knows Latin only",
              TEXTS,
              storingTexts(text -> through(StandardCharsets.ISO_8859_1, text))),
          over("ends at NUL", TEXTS, storingTexts(text -> text.split("\0", 2)[0])),
          over(
              "composes accents",
              TEXTS,
              storingTexts(text -> Normalizer.normalize(text, Normalizer.Form.NFC))),
          over("takes empty for absent", TEXTS, reading(ContentTwists::withoutEmptyValues)),
          over(
              "stores half a pair",
              "halfOfASurrogatePairIsRefused",
              storingTexts(text -> through(StandardCharsets.UTF_8, text))),
          over(
              "cuts large values",
              "aValueOf64KilobytesIsKeptOrRefusedBeforeAnythingIsSent",
              storingTexts(text -> cut(text, 65_535))),
          over("cuts what is too large", TOO_LARGE, storingTexts(text -> cut(text, 1_000))),
          new Twist(
              "counts characters",
              "sizesAreThoseOfEncodedText",
              opening -> opening.right(threeTimesAsLarge(), SimpleProvider::new)),
          over(
              "looks before it refuses",
              TOO_LARGE,
              registering(
                  (right, secret) -> {
                    right.getAll(List.of(secret.name()));
                    right.register(secret);
                  })),
          over(
              "takes a secret without keys",
              "aSecretWithoutKeysIsRefused",
              storingValues(
                  values -> values.isEmpty() ? Map.of("none", SecretValue.of("")) : values)),
          over(
              "folds the case of keys",
              "closeKeysAreNotTakenForEachOther",
              storingValues(ContentTwists::inSmallLetters)),
          over(
              "keeps a hundred keys",
              "manyKeysAreKeptInASecret",
              storingValues(ContentTwists::theFirstHundred)),
          over(
              "always says version 1",
              "aVersionChangesWithEveryUpdate",
              reading(secret -> secret.withVersion("1"))),
          over(
              "reads a broken object as a text",
              "aBrokenObjectIsMalformedAndNotShown",
              getting(ContentTwists::asATextIfItIsBroken)));

  private ContentTwists() {}

  private static Map<String, SecretValue> withoutTheFirstOfSeveral(
      Map<String, SecretValue> values) {
    Map<String, SecretValue> others = new LinkedHashMap<>(values);
    if (others.size() > 1) {
      others.remove(others.keySet().iterator().next());
    }
    return others;
  }

  private static Secret withoutEmptyValues(Secret secret) {
    Map<String, SecretValue> values = new LinkedHashMap<>(secret.values());
    values.values().removeIf(value -> value.reveal().isEmpty());
    return Forwarding.with(secret, values);
  }

  private static Map<String, SecretValue> inSmallLetters(Map<String, SecretValue> values) {
    Map<String, SecretValue> folded = new LinkedHashMap<>();
    values.forEach((key, value) -> folded.put(key.toLowerCase(Locale.ROOT), value));
    return folded;
  }

  private static Map<String, SecretValue> theFirstHundred(Map<String, SecretValue> values) {
    Map<String, SecretValue> first = new LinkedHashMap<>();
    values.entrySet().stream()
        .limit(100)
        .forEach(entry -> first.put(entry.getKey(), entry.getValue()));
    return first;
  }

  private static String through(Charset charset, String text) {
    return new String(text.getBytes(charset), charset);
  }

  private static String cut(String text, int length) {
    return text.substring(0, Math.min(text.length(), length));
  }

  private static ProviderLimits threeTimesAsLarge() {
    return new ProviderLimits("it", ProviderNames.PLAIN, 512, 3 * Opening.LIMITS.documentBytes());
  }

  private static Secret asATextIfItIsBroken(SecretsManager right, String name) {
    try {
      return right.get(name);
    } catch (MalformedSecretException e) {
      return Secret.of(name, Secret.ARBITRARY, Map.of("value", SecretValue.of("{")));
    }
  }
}
