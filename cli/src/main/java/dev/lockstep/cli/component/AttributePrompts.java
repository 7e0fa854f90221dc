package dev.lockstep.cli.component;

import dev.lockstep.cli.host.CommandException;
import dev.lockstep.cli.host.Host;
import dev.lockstep.cli.host.Prompt;
import dev.lockstep.stack.Component;
import dev.lockstep.stack.ComponentFlavor;
import dev.lockstep.stack.FlavorOption;
import dev.lockstep.stack.Options;
import dev.lockstep.stack.SecretReference;
import dev.lockstep.stack.StackException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Asks for the attributes of a component: required ones first, sensitive ones without echo. */
final class AttributePrompts {
  private final Host host;
  private final Prompt prompt;

  AttributePrompts(Host host) {
    this.host = host;
    this.prompt = new Prompt(host);
  }

  /** Ends the command when there is nobody to ask, naming what to give instead. */
  void need(ComponentFlavor<?> flavor) {
    if (prompt.available()) {
      return;
    }
    List<String> options = new ArrayList<>();
    for (FlavorOption option : flavor.options()) {
      options.add("--" + option.name().replace('_', '-') + "=VALUE");
    }
    throw CommandException.usage(
        "There is no terminal to ask on. Give the attributes as options: "
            + (options.isEmpty() ? "this flavor has none" : String.join(", ", options))
            + ".");
  }

  /**
   * Asks for what was not given.
   *
   * @param component the component as it is, whose attributes an empty answer keeps
   * @param given attributes that need no asking
   * @return the answers that change something
   */
  Map<String, String> ask(ComponentFlavor<?> flavor, Component component, Set<String> given) {
    need(flavor);
    List<FlavorOption> order = new ArrayList<>();
    for (FlavorOption option : flavor.options()) {
      if (option.required()) {
        order.add(option);
      }
    }
    for (FlavorOption option : flavor.options()) {
      if (!option.required()) {
        order.add(option);
      }
    }
    Map<String, String> answers = new LinkedHashMap<>();
    for (FlavorOption option : order) {
      if (!given.contains(option.name())) {
        String answer = ask(option, component);
        if (answer != null) {
          answers.put(option.name(), answer);
        }
      }
    }
    return answers;
  }

  private @Nullable String ask(FlavorOption option, Component component) {
    if (!option.description().isEmpty()) {
      host.messages().say(option.description());
    }
    String kept = component.attributes().get(option.name());
    String question = option.name() + " (" + option.type() + hint(option, kept) + "): ";
    while (true) {
      String answer = option.sensitive() ? prompt.hidden(question) : prompt.line(question);
      if (answer == null) {
        host.messages().say("");
        throw CommandException.declined(
            "The input ended before the last answer. Nothing was changed.");
      }
      if (answer.isEmpty()) {
        if (kept != null || !option.required()) {
          return null;
        }
        host.messages().say("It is required.");
        continue;
      }
      String problem = problem(option, component.withAttributes(Map.of(option.name(), answer)));
      if (problem == null) {
        return answer;
      }
      host.messages().say(problem);
    }
  }

  private static String hint(FlavorOption option, @Nullable String kept) {
    if (kept != null) {
      return option.sensitive() && kept.indexOf("{{") < 0
          ? ", Enter keeps it"
          : ", Enter keeps " + kept;
    }
    String standard = option.defaultValue();
    if (option.required()) {
      return "";
    }
    return standard == null || standard.isEmpty()
        ? ", optional, Enter skips it"
        : ", Enter leaves the default " + standard;
  }

  /** Why an attribute cannot be what the component now has, or null. Quotes nothing of it. */
  private static @Nullable String problem(FlavorOption option, Component component) {
    try {
      if (!SecretReference.of(component).isEmpty()) {
        return null;
      }
    } catch (StackException e) {
      return e.getMessage();
    }
    String text = component.attributes().getOrDefault(option.name(), "");
    String expectation = Options.violated(option, text);
    return expectation == null ? null : "That is not " + expectation + ".";
  }
}
