package dev.lockstep.cli.values;

import dev.lockstep.cli.host.CommandException;
import dev.lockstep.cli.host.Host;
import dev.lockstep.cli.host.Prompt;
import dev.lockstep.secret.SchemaCheck;
import dev.lockstep.secret.SchemaKey;
import dev.lockstep.secret.Secret;
import dev.lockstep.secret.SecretValue;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Asks for the values of a secret, without echo. */
public final class ValuePrompts {
  /** What Linux passes on of a line that is typed or pasted; the rest is lost without a word. */
  private static final int LONGEST_LINE = 4095;

  private final Host host;
  private final Prompt prompt;

  public ValuePrompts(Host host) {
    this.host = host;
    this.prompt = new Prompt(host);
  }

  /** Whether there is someone to ask. */
  public boolean available() {
    return prompt.available();
  }

  /**
   * Asks for the keys of a schema: required ones first, optional ones may be skipped.
   *
   * @param given keys that need no asking
   * @param stored keys that the secret has already, whose value an empty answer keeps
   */
  public Map<String, SecretValue> ask(List<SchemaKey> keys, Set<String> given, Set<String> stored) {
    need();
    List<SchemaKey> order = new ArrayList<>();
    for (SchemaKey key : keys) {
      if (key.required()) {
        order.add(key);
      }
    }
    for (SchemaKey key : keys) {
      if (!key.required()) {
        order.add(key);
      }
    }
    Map<String, SecretValue> answers = new LinkedHashMap<>();
    for (SchemaKey key : order) {
      if (!given.contains(key.name())) {
        SecretValue answer = ask(key, stored.contains(key.name()));
        if (answer != null) {
          answers.put(key.name(), answer);
        }
      }
    }
    return answers;
  }

  /** Asks for new values of stored keys, then for further keys until an empty one. */
  public Map<String, SecretValue> askFreely(Set<String> given, Set<String> stored) {
    need();
    Map<String, SecretValue> answers = new LinkedHashMap<>();
    for (String key : stored) {
      if (!given.contains(key)) {
        String answer = hidden(key + " (Enter keeps it): ");
        if (!answer.isEmpty()) {
          answers.put(key, SecretValue.of(answer));
        }
      }
    }
    while (true) {
      String key = prompt.line("Key (Enter when done): ");
      if (key == null) {
        throw ended();
      }
      key = key.strip();
      if (key.isEmpty()) {
        return answers;
      }
      if (given.contains(key) || answers.containsKey(key)) {
        host.messages().say("Key '" + key + "' has a value already.");
        continue;
      }
      answers.put(key, SecretValue.of(hidden("Value of " + key + ": ")));
    }
  }

  private @Nullable SecretValue ask(SchemaKey key, boolean stored) {
    String hint =
        stored ? " (Enter keeps it)" : key.required() ? "" : " (optional, Enter skips it)";
    if (!key.description().isEmpty()) {
      host.messages().say(key.description());
    }
    while (true) {
      String answer = hidden(key.name() + hint + ": ");
      if (answer.isEmpty()) {
        if (stored || !key.required()) {
          return null;
        }
        host.messages().say("It is required.");
        continue;
      }
      SecretValue value = SecretValue.of(answer);
      List<String> problems =
          SchemaCheck.problems(List.of(key), false, Secret.of("", "", Map.of(key.name(), value)));
      if (problems.isEmpty()) {
        return value;
      }
      host.messages().say("That cannot be: " + String.join("; ", problems) + ".");
    }
  }

  private String hidden(String question) {
    while (true) {
      String answer = prompt.hidden(question);
      if (answer == null) {
        throw ended();
      }
      if (answer.getBytes(StandardCharsets.UTF_8).length < LONGEST_LINE) {
        return answer;
      }
      host.messages()
          .say(
              "That is as long as a line on a terminal can be, so it may have been cut off. Type a"
                  + " shorter one, or press Ctrl-C and give it as --KEY=@FILE.");
    }
  }

  private void need() {
    if (!available()) {
      throw CommandException.usage(
          "There is no terminal to ask on. Give the values as --KEY=@FILE or --values FILE"
              + " (--values - reads standard input).");
    }
  }

  private static CommandException ended() {
    return CommandException.declined("The input ended before the last answer. Nothing was stored.");
  }
}
