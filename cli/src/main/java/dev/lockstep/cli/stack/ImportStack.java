package dev.lockstep.cli.stack;

import dev.lockstep.cli.command.Arguments;
import dev.lockstep.cli.command.Command;
import dev.lockstep.cli.command.GivenNames;
import dev.lockstep.cli.command.Options;
import dev.lockstep.cli.component.ComponentTrial;
import dev.lockstep.cli.host.CommandException;
import dev.lockstep.cli.host.Host;
import dev.lockstep.cli.host.State;
import dev.lockstep.cli.reference.ReferenceWarnings;
import dev.lockstep.cli.stack.ImportedComponent.Action;
import dev.lockstep.run.console.ExitCode;
import dev.lockstep.stack.Component;
import dev.lockstep.stack.ComponentType;
import dev.lockstep.stack.Configuration;
import dev.lockstep.stack.Flavors;
import dev.lockstep.stack.StackDocument;
import dev.lockstep.stack.StackException;
import dev.lockstep.text.Names;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;

/** {@code lockstep stack import}. Everything is checked, and asked, before the one write. */
final class ImportStack extends Command {
  private static final String RENAME = "--rename-components";
  private static final String KEEP = "--keep-components";
  private static final String REPLACE = "--replace-components";

  @Override
  protected void describe(CommandSpec spec) {
    spec.usageMessage()
        .description(
            "Make a stack and its components from what 'lockstep stack export' wrote. Components"
                + " that are here already, and are the same, are reused. On a terminal it asks what"
                + " to do about others of the same name, and for the attributes that were left"
                + " out.");
    Options.positional(spec, "FILE", true, "the file, or - for standard input");
    Options.text(spec, "NEW", "give the stack this name", "--name");
    Options.text(
        spec, "SUFFIX", "add this to the names of components that differ from those here", RENAME);
    Options.flag(spec, "use the components that are here, although they differ", KEEP);
    Options.flag(
        spec, "change the components that are here, for all stacks that use them", REPLACE);
    Options.texts(
        spec,
        "TYPE.ATTRIBUTE=VALUE",
        "an attribute that was left out: a value, @FILE, or a reference {{secret.key}}; nothing"
            + " behind the = leaves it out for good",
        "--attribute");
  }

  @Override
  protected int run(Arguments arguments, Host host) {
    refuseTwoPolicies(arguments);
    StackDocument document = read(arguments.requiredPositional(0), host);
    if (!document.ignored().isEmpty()) {
      host.messages()
          .warn(
              "Not imported, because this version of Lockstep does not know it: "
                  + Names.list(document.ignored())
                  + ".");
    }
    State state = State.of(host);
    Configuration configuration = state.file().load();
    ImportPlan plan = plan(document, arguments, host, state, configuration);
    if (plan.isDone(configuration)) {
      host.messages().say("The stack '" + plan.stack() + "' is here already, and is the same.");
      return ExitCode.SUCCESS;
    }
    Configuration changed = GivenNames.check(() -> state.file().update(plan::apply));
    host.messages().say(plan.summary());
    new ReferenceWarnings(state, host, changed).ofStack(changed.stack(plan.stack()));
    return ExitCode.SUCCESS;
  }

  private static void refuseTwoPolicies(Arguments arguments) {
    int given = arguments.text(RENAME) == null ? 0 : 1;
    given += arguments.flag(KEEP) ? 1 : 0;
    given += arguments.flag(REPLACE) ? 1 : 0;
    if (given > 1) {
      throw CommandException.usage("Give one of " + RENAME + ", " + KEEP + " and " + REPLACE + ".");
    }
  }

  private static StackDocument read(String name, Host host) {
    boolean standardInput = name.equals("-");
    byte[] content;
    try (InputStream in =
        standardInput ? host.input() : Files.newInputStream(host.workingFolder().resolve(name))) {
      content = in.readNBytes(StackDocument.LARGEST + 1);
    } catch (NoSuchFileException e) {
      throw CommandException.usage("There is no file '" + name + "'.");
    } catch (InvalidPathException e) {
      throw CommandException.usage("'" + name + "' cannot be the name of a file.");
    } catch (IOException e) {
      throw CommandException.backEnd("'" + name + "' cannot be read: is it a file, and yours?");
    }
    String source = standardInput ? "standard input" : Path.of(name).toString();
    if (content.length > StackDocument.LARGEST) {
      throw CommandException.usage(source + " is larger than 1 MiB, so it is no exported stack.");
    }
    try {
      return StackDocument.read(source, content);
    } catch (StackException e) {
      throw CommandException.usage(String.valueOf(e.getMessage()));
    }
  }

  private static ImportPlan plan(
      StackDocument document,
      Arguments arguments,
      Host host,
      State state,
      Configuration configuration) {
    Flavors flavors = state.flavors();
    List<String> problems = new ArrayList<>();
    GivenLeftOut given = GivenLeftOut.of(arguments.texts("--attribute"), host, problems);
    List<ImportedComponent> components = new ArrayList<>();
    for (Map.Entry<ComponentType, Component> entry : document.components().entrySet()) {
      Set<String> missing = document.leftOut().getOrDefault(entry.getKey(), Set.of());
      ImportedComponent imported =
          decided(
              ImportedComponent.of(entry.getValue(), missing, configuration),
              arguments,
              configuration);
      for (Map.Entry<String, String> attribute : given.of(entry.getKey()).entrySet()) {
        imported = given(imported, attribute.getKey(), attribute.getValue(), problems);
      }
      if (imported.action() != Action.REUSE && imported.action() != Action.KEEP) {
        checkFlavor(imported.component(), flavors, problems);
      }
      components.add(imported);
    }
    String wanted = arguments.text("--name");
    String name = wanted == null ? document.name() : wanted;
    ImportQuestions questions = new ImportQuestions(host);
    if (!questions.available()) {
      sayOpen(name, components, configuration, problems);
    }
    refuse(problems);
    ImportPlan plan = answered(name, components, configuration, flavors, questions);
    tryOut(plan, flavors, new ComponentTrial(state, host));
    return plan;
  }

  private static ImportedComponent decided(
      ImportedComponent imported, Arguments arguments, Configuration configuration) {
    String suffix = arguments.text(RENAME);
    if (imported.action() != Action.CONFLICT) {
      return imported;
    }
    if (suffix != null) {
      return imported.withName(imported.component().name() + suffix, configuration);
    }
    return arguments.flag(KEEP)
        ? imported.with(Action.KEEP)
        : arguments.flag(REPLACE) ? imported.with(Action.REPLACE) : imported;
  }

  private static ImportedComponent given(
      ImportedComponent imported, String name, String value, List<String> problems) {
    if (!imported.missing().contains(name)) {
      problems.add(
          "the "
              + imported.label()
              + " has no attribute '"
              + name
              + "' that was left out"
              + (imported.missing().isEmpty()
                  ? ""
                  : ", only " + String.join(", ", imported.missing())));
      return imported;
    }
    return value.isEmpty() ? imported.without(name) : imported.with(name, value);
  }

  private static void checkFlavor(Component component, Flavors flavors, List<String> problems) {
    try {
      flavors.find(component.type(), component.flavor());
    } catch (StackException e) {
      problems.add(
          "the "
              + component.type().noun()
              + " '"
              + component.name()
              + "': "
              + String.valueOf(e.getMessage()));
    }
  }

  /** What would be asked for on a terminal, with the options that answer it. */
  private static void sayOpen(
      String name,
      List<ImportedComponent> components,
      Configuration configuration,
      List<String> problems) {
    boolean same = true;
    for (ImportedComponent imported : components) {
      same &= imported.action() == Action.REUSE || imported.action() == Action.KEEP;
      if (imported.action() == Action.CONFLICT) {
        problems.add(
            "there is another "
                + imported.label()
                + " already, and they differ in: "
                + imported.difference()
                + ". Fix: "
                + RENAME
                + " SUFFIX, "
                + KEEP
                + " or "
                + REPLACE);
      }
      for (String attribute : imported.isWritten() ? imported.missing() : Set.<String>of()) {
        problems.add(
            "the attribute '"
                + attribute
                + "' of the "
                + imported.label()
                + " was left out, because it is sensitive. Fix: --attribute "
                + imported.component().type().label()
                + "."
                + attribute
                + "=@FILE");
      }
    }
    if (!same && ImportPlan.isTaken(name, configuration)) {
      problems.add("there is a stack '" + name + "' already. Fix: --name NEW");
    }
  }

  private static ImportPlan answered(
      String name,
      List<ImportedComponent> components,
      Configuration configuration,
      Flavors flavors,
      ImportQuestions questions) {
    List<ImportedComponent> answered = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    for (ImportedComponent imported : components) {
      ImportedComponent decided =
          imported.action() == Action.CONFLICT
              ? questions.decide(imported, configuration)
              : imported;
      for (String attribute : decided.isWritten() ? decided.missing() : Set.<String>of()) {
        String value = questions.attribute(decided, attribute);
        decided = value.isEmpty() ? decided.without(attribute) : decided.with(attribute, value);
      }
      if (decided.isWritten()) {
        checkAttributes(decided.component(), flavors, problems);
      }
      answered.add(decided);
    }
    refuse(problems);
    ImportPlan plan = new ImportPlan(name, answered);
    if (!plan.isDone(configuration) && ImportPlan.isTaken(name, configuration)) {
      if (!questions.available()) {
        refuse(List.of("there is a stack '" + name + "' already. Fix: --name NEW"));
      }
      return new ImportPlan(questions.stackName(name, configuration), answered);
    }
    return plan;
  }

  private static void checkAttributes(Component component, Flavors flavors, List<String> problems) {
    try {
      dev.lockstep.stack.Options.check(
          flavors.find(component.type(), component.flavor()), component);
    } catch (StackException e) {
      // The component is not here, so the command that would mend it cannot.
      String message = String.valueOf(e.getMessage());
      int fix = message.indexOf(" Fix: ");
      problems.add(
          (fix < 0 ? message : message.substring(0, fix)) + " Fix: correct that in the file.");
    }
  }

  /** Says what is wrong with components that only their flavors can say. */
  private static void tryOut(ImportPlan plan, Flavors flavors, ComponentTrial trial) {
    List<String> problems = new ArrayList<>();
    for (ImportedComponent imported : plan.components()) {
      if (imported.isWritten()) {
        Component component = imported.component().withName(imported.name());
        String refusal =
            trial.refusal(flavors.find(component.type(), component.flavor()), component);
        if (refusal != null) {
          problems.add(refusal + " Fix: correct that in the file.");
        }
      }
    }
    refuse(problems);
  }

  private static void refuse(List<String> problems) {
    if (!problems.isEmpty()) {
      throw CommandException.usage("Nothing was imported:\n  - " + String.join("\n  - ", problems));
    }
  }
}
