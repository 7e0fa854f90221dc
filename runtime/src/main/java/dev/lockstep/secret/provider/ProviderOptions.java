package dev.lockstep.secret.provider;

import dev.lockstep.secret.SecretNames;
import dev.lockstep.stack.ComponentContext;
import dev.lockstep.stack.FlavorOption;
import dev.lockstep.stack.Options;
import dev.lockstep.stack.PrefixOption;
import dev.lockstep.stack.StackException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The attributes that secrets managers of all providers have, in the same words. */
public final class ProviderOptions {
  static final String DELETION = "deletion";
  static final String ON_DELETED = "on_deleted";
  static final String ATTEMPTS = "attempts";
  static final String TIMEOUT = "timeout";
  static final String SINGLE_VALUE_KEY = "single_value_key";
  static final String SINGLE_VALUES = "single_values";

  private static final int MOST_ATTEMPTS = 20;

  private ProviderOptions() {}

  /**
   * A flavor's own options, and those that all share.
   *
   * @param deletion what deleting means by default; the options for it are there for every
   *     provider, so that a stack moves from one to another
   */
  public static List<FlavorOption> with(List<FlavorOption> own, Deletion deletion) {
    List<FlavorOption> options = new ArrayList<>(own);
    options.add(PrefixOption.option());
    options.add(
        FlavorOption.withDefault(
            DELETION,
            Deletion.RECOVERABLE.word() + "|" + Deletion.FINAL.word(),
            deletion.word(),
            "Whether the provider keeps deleted secrets for a while, so that they can be"
                + " restored."));
    options.add(
        FlavorOption.withDefault(
            ON_DELETED,
            OnDeleted.ERROR.word()
                + "|"
                + OnDeleted.RESTORE.word()
                + "|"
                + OnDeleted.REPLACE.word(),
            OnDeleted.ERROR.word(),
            "What registering the name of a deleted secret does that can be restored: refuse,"
                + " restore and update it, or delete it finally first."));
    options.add(
        FlavorOption.withDefault(
            ATTEMPTS, "int", "4", "How often a call is made that the provider does not answer."));
    options.add(
        FlavorOption.withDefault(TIMEOUT, "duration", "PT10S", "How long one call may take."));
    options.add(
        FlavorOption.withDefault(
            SINGLE_VALUE_KEY,
            "text",
            "value",
            "The key under which a secret of another tool is read that is no JSON object."));
    options.add(
        FlavorOption.optional(
            SINGLE_VALUES,
            "text",
            "Secrets of other tools whose whole content is the value of one key, as"
                + " NAME:KEY,NAME:KEY."));
    return List.copyOf(options);
  }

  /**
   * Reads these attributes.
   *
   * @throws StackException when one is not right
   */
  public static ProviderSettings read(Options options, ComponentContext context) {
    return new ProviderSettings(
        context.component(),
        PrefixOption.scope(options, context.component()),
        Deletion.of(options.text(DELETION)),
        OnDeleted.of(options.text(ON_DELETED)),
        attempts(options, context.component()),
        timeout(options, context.component()),
        key(SINGLE_VALUE_KEY, options.text(SINGLE_VALUE_KEY), context.component()),
        singleValues(options, context.component()));
  }

  private static int attempts(Options options, String component) {
    int attempts = options.number(ATTEMPTS);
    if (attempts < 1 || attempts > MOST_ATTEMPTS) {
      throw wrong(ATTEMPTS, component, "it is a number from 1 to " + MOST_ATTEMPTS);
    }
    return attempts;
  }

  private static Duration timeout(Options options, String component) {
    Duration timeout = options.duration(TIMEOUT);
    if (timeout.isNegative() || timeout.isZero() || timeout.compareTo(Duration.ofHours(1)) > 0) {
      throw wrong(TIMEOUT, component, "it is longer than nothing, and at most an hour");
    }
    return timeout;
  }

  private static Map<String, String> singleValues(Options options, String component) {
    Map<String, String> keys = new LinkedHashMap<>();
    String text = options.optional(SINGLE_VALUES).orElse("");
    int start = 0;
    while (start < text.length()) {
      int comma = text.indexOf(',', start);
      String entry = text.substring(start, comma < 0 ? text.length() : comma).strip();
      int colon = entry.indexOf(':');
      if (colon < 0 || !SecretNames.isName(entry.substring(0, colon))) {
        throw wrong(SINGLE_VALUES, component, "it is a list such as api-key:token,github:password");
      }
      keys.put(
          entry.substring(0, colon), key(SINGLE_VALUES, entry.substring(colon + 1), component));
      start = comma < 0 ? text.length() : comma + 1;
    }
    return keys;
  }

  private static String key(String attribute, String key, String component) {
    if (!SecretNames.isKey(key)) {
      throw wrong(attribute, component, "a key has letters, digits, '_', '.' and '-'");
    }
    return key;
  }

  private static StackException wrong(String attribute, String component, String rule) {
    return new StackException(
        StackException.Reason.INVALID,
        "The attribute '"
            + attribute
            + "' of the secrets manager '"
            + component
            + "' is not right: "
            + rule
            + ". Fix: lockstep secrets-manager update "
            + component
            + " --"
            + attribute
            + "=VALUE");
  }
}
