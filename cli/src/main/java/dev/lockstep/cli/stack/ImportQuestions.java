package dev.lockstep.cli.stack;

import dev.lockstep.cli.host.CommandException;
import dev.lockstep.cli.host.Host;
import dev.lockstep.cli.host.Prompt;
import dev.lockstep.stack.Configuration;
import dev.lockstep.stack.Stack;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What an import asks the person at the terminal. Nothing is written before the last answer. */
final class ImportQuestions {
  private static final String UNCHANGED = "Nothing was imported.";

  private final Prompt prompt;
  private final Host host;

  ImportQuestions(Host host) {
    this.host = host;
    this.prompt = new Prompt(host);
  }

  boolean available() {
    return prompt.available();
  }

  /** What becomes of a component whose name another one has. */
  ImportedComponent decide(ImportedComponent imported, Configuration configuration) {
    host.messages()
        .say(
            "There is another "
                + imported.label()
                + " already; they differ in: "
                + imported.difference()
                + "."
                + usedBy(imported, configuration));
    while (true) {
      String answer =
          line("Rename the imported one, keep the one that is here, or replace it? [r/k/p] ")
              .toLowerCase(Locale.ROOT);
      switch (answer) {
        case "r", "rename" -> {
          return rename(imported, configuration);
        }
        case "k", "keep" -> {
          return imported.with(ImportedComponent.Action.KEEP);
        }
        case "p", "replace" -> {
          return imported.with(ImportedComponent.Action.REPLACE);
        }
        case "" -> throw CommandException.declined(UNCHANGED);
        default -> host.messages().say("Answer r, k or p; Enter alone ends the import.");
      }
    }
  }

  private ImportedComponent rename(ImportedComponent imported, Configuration configuration) {
    while (true) {
      String name = line("Its new name: ");
      if (name.isEmpty()) {
        throw CommandException.declined(UNCHANGED);
      }
      ImportedComponent renamed = imported.withName(name, configuration);
      if (renamed.action() != ImportedComponent.Action.CONFLICT) {
        return renamed;
      }
      host.messages().say("There is another " + renamed.label() + ", too.");
    }
  }

  /** A name for the stack, whose own is taken. */
  String stackName(String taken, Configuration configuration) {
    host.messages().say("There is another stack '" + taken + "' already.");
    while (true) {
      String name = line("Import it under the name (Enter ends the import): ");
      if (name.isEmpty()) {
        throw CommandException.declined(UNCHANGED);
      }
      if (!ImportPlan.isTaken(name, configuration)) {
        return name;
      }
      host.messages().say("There is a stack '" + name + "', too.");
    }
  }

  /** An attribute that was left out; empty to do without. */
  String attribute(ImportedComponent imported, String name) {
    String value =
        prompt.hidden(
            "Attribute '" + name + "' of the " + imported.label() + " (Enter leaves it out): ");
    if (value == null) {
      throw CommandException.declined(UNCHANGED);
    }
    return value;
  }

  private static String usedBy(ImportedComponent imported, Configuration configuration) {
    List<String> users = new ArrayList<>();
    for (Stack user : configuration.users(imported.component().type(), imported.name())) {
      users.add(user.name());
    }
    return users.isEmpty() ? "" : " The one that is here is used by: " + String.join(", ", users);
  }

  private String line(String question) {
    @Nullable String answer = prompt.line(question);
    if (answer == null) {
      host.messages().say("");
      throw CommandException.declined(UNCHANGED);
    }
    return answer.strip();
  }
}
