package dev.lockstep.cli.component;

import dev.lockstep.cli.command.Arguments;
import dev.lockstep.cli.command.Command;
import dev.lockstep.cli.command.GivenNames;
import dev.lockstep.cli.command.Options;
import dev.lockstep.cli.host.CommandException;
import dev.lockstep.cli.host.Host;
import dev.lockstep.cli.host.State;
import dev.lockstep.cli.reference.ReferenceWarnings;
import dev.lockstep.home.HomeException;
import dev.lockstep.run.console.ExitCode;
import dev.lockstep.stack.Component;
import dev.lockstep.stack.ComponentFlavor;
import dev.lockstep.stack.ComponentType;
import dev.lockstep.stack.Configuration;
import dev.lockstep.stack.StackException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;

/** {@code lockstep secrets-manager update} and its like. */
final class UpdateComponent extends Command {
  private final ComponentType type;

  UpdateComponent(ComponentType type) {
    this.type = type;
  }

  @Override
  protected void describe(CommandSpec spec) {
    spec.usageMessage()
        .customSynopsis("lockstep " + type.label() + " update NAME [--ATTRIBUTE=VALUE ...] [-i]")
        .description("Change attributes; those that are not named stay as they are.")
        .footer(GivenAttributes.footer());
    Options.positional(spec, "NAME", true, "its name");
    Options.flag(spec, "ask for the attributes that are not given", "-i", "--interactive");
  }

  @Override
  protected boolean takesUnknownArguments() {
    return true;
  }

  @Override
  protected String furtherHelp(Arguments arguments, Host host) {
    String name = arguments.positional(0);
    if (name == null) {
      return "\nWhich attributes one has: lockstep " + type.label() + " update NAME --help\n";
    }
    try {
      State state = State.of(host);
      return AttributeHelp.of(
          state.flavors().find(type, state.file().load().component(type, name).flavor()));
    } catch (StackException | HomeException e) {
      return "";
    }
  }

  @Override
  protected int run(Arguments arguments, Host host) {
    String name = arguments.requiredPositional(0);
    GivenAttributes given = GivenAttributes.of(arguments, host);
    if (arguments.mayBeValue(0)) {
      throw refusal("The " + type.noun() + " was left as it is", given.problems(), "list");
    }
    boolean asks = arguments.flag("--interactive");
    if (given.values().isEmpty() && given.problems().isEmpty() && !asks) {
      throw CommandException.usage("Nothing to change. Give --ATTRIBUTE=VALUE, or -i to be asked.");
    }
    State state = State.of(host);
    Component old = GivenNames.check(() -> state.file().load().component(type, name));
    ComponentFlavor<?> flavor = state.flavors().find(type, old.flavor());
    // Before anybody types answers for nothing.
    check(flavor, old, given.values(), given.problems());
    Map<String, String> answered = new LinkedHashMap<>(given.values());
    if (asks) {
      answered.putAll(new AttributePrompts(host).ask(flavor, old, answered.keySet()));
    }
    Map<String, String> set = AbsolutePaths.of(flavor, answered, host);
    if (set.isEmpty()) {
      host.messages().say("Nothing was changed.");
      return ExitCode.SUCCESS;
    }
    tryOut(flavor, old, check(flavor, old, set, List.of()), new ComponentTrial(state, host));
    Configuration after =
        GivenNames.check(() -> state.file().update(all -> changed(all, name, set, flavor)));
    Component changed = after.component(type, name);
    new PlainSecrets(host, state).warn(flavor, changed, set, given.typed());
    String left = new SharedPlaces(state.home(), host.environment()).left(flavor, old, changed);
    host.messages().say("Updated the " + type.noun() + " '" + name + "'." + left);
    new ReferenceWarnings(state, host, after).ofComponent(changed);
    return ExitCode.SUCCESS;
  }

  /** What was refused before is not what was asked for. */
  private void tryOut(
      ComponentFlavor<?> flavor, Component old, Component changed, ComponentTrial trial) {
    String refusal = trial.refusal(flavor, changed);
    if (refusal != null && !refusal.equals(trial.refusal(flavor, old))) {
      throw refusal(
          head(old),
          List.of(
              refusal
                  + " What must not be there: lockstep "
                  + type.label()
                  + " remove-attribute "
                  + old.name()
                  + " ATTRIBUTE"),
          "flavor describe " + flavor.name());
    }
  }

  private Configuration changed(
      Configuration all, String name, Map<String, String> set, ComponentFlavor<?> flavor) {
    Component old = all.component(type, name);
    return all.updateComponent(check(flavor, old, set, List.of()));
  }

  /** The component with what is set, if nothing is wrong with that. */
  private Component check(
      ComponentFlavor<?> flavor, Component old, Map<String, String> set, List<String> known) {
    Map<String, String> attributes = new LinkedHashMap<>(old.attributes());
    attributes.putAll(set);
    Component changed = old.withAttributes(attributes);
    List<String> problems = new ArrayList<>(known);
    // What was wrong before is not what was asked for, and -i or another update mends it.
    List<String> before = dev.lockstep.stack.Options.problems(flavor, old);
    try {
      for (String problem : dev.lockstep.stack.Options.problems(flavor, changed)) {
        if (!before.contains(problem)) {
          problems.add(problem);
        }
      }
    } catch (StackException e) {
      problems.add(String.valueOf(e.getMessage()));
    }
    if (!problems.isEmpty()) {
      throw refusal(head(old), problems, "flavor describe " + flavor.name());
    }
    return changed;
  }

  private String head(Component old) {
    return "The " + type.noun() + " '" + old.name() + "' was left as it is";
  }

  private CommandException refusal(String head, List<String> problems, String more) {
    return Refusal.of(head, problems, "lockstep " + type.label() + " " + more);
  }
}
