package dev.lockstep.cli.component;

import dev.lockstep.cli.command.Arguments;
import dev.lockstep.cli.command.Command;
import dev.lockstep.cli.command.GivenNames;
import dev.lockstep.cli.command.Options;
import dev.lockstep.cli.host.CommandException;
import dev.lockstep.cli.host.Host;
import dev.lockstep.cli.host.State;
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
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** {@code lockstep secrets-manager register} and its like. */
final class RegisterComponent extends Command {
  private final ComponentType type;

  RegisterComponent(ComponentType type) {
    this.type = type;
  }

  @Override
  protected void describe(CommandSpec spec) {
    spec.usageMessage()
        .customSynopsis(
            "lockstep " + type.label() + " register NAME -f FLAVOR [--ATTRIBUTE=VALUE ...] [-i]")
        .description("Set up a new " + type.noun() + ", to be used in stacks.")
        .footer(GivenAttributes.footer());
    Options.positional(spec, "NAME", true, "its name");
    Options.required(
        spec, "FLAVOR", "which kind of " + type.noun() + ", such as local", "-f", "-t", "--flavor");
    Options.flag(spec, "ask for the attributes that are not given", "-i", "--interactive");
  }

  @Override
  protected boolean takesUnknownArguments() {
    return true;
  }

  @Override
  protected String furtherHelp(Arguments arguments, Host host) {
    String flavor = arguments.text("--flavor");
    if (flavor == null) {
      return "\nWhich attributes a flavor has: lockstep "
          + type.label()
          + " register -f FLAVOR --help\nWhich flavors there are: lockstep "
          + type.label()
          + " flavor list\n";
    }
    try {
      return AttributeHelp.of(State.of(host).flavors().find(type, flavor));
    } catch (StackException | HomeException e) {
      return "\n" + e.getMessage() + "\n";
    }
  }

  @Override
  protected int run(Arguments arguments, Host host) {
    GivenAttributes given = GivenAttributes.of(arguments, host);
    State state = State.of(host);
    Configuration configuration = state.file().load();
    Draft draft = draft(arguments, given, state, configuration);
    ComponentFlavor<?> flavor = draft.flavor();
    if (flavor == null || !draft.problems().isEmpty()) {
      throw refusal(arguments, draft.problems(), flavor);
    }
    Component component = draft.component();
    Map<String, String> attributes = new LinkedHashMap<>(given.values());
    if (arguments.flag("--interactive")) {
      attributes.putAll(
          new AttributePrompts(host).ask(flavor, component, component.attributes().keySet()));
    }
    Component complete = component.withAttributes(AbsolutePaths.of(flavor, attributes, host));
    List<String> problems = problems(flavor, complete);
    SharedPlaces places = new SharedPlaces(state.home(), host.environment());
    String place = places.problem(flavor, complete, configuration);
    if (place != null) {
      problems.add(place);
    }
    if (problems.isEmpty()) {
      String refusal = new ComponentTrial(state, host).refusal(flavor, complete);
      if (refusal != null) {
        problems.add(refusal);
      }
    }
    if (!problems.isEmpty()) {
      throw refusal(arguments, problems, flavor);
    }
    GivenNames.check(() -> state.file().update(all -> all.registerComponent(complete)));
    new PlainSecrets(host, state).warn(flavor, complete, attributes, given.typed());
    host.messages()
        .say(
            "Registered the "
                + type.noun()
                + " '"
                + complete.name()
                + "'. Use it in a stack: lockstep stack update STACK --"
                + type.label()
                + " "
                + complete.name());
    return ExitCode.SUCCESS;
  }

  /** What is known before anybody is asked, and all that is wrong with it. */
  private record Draft(
      Component component, @Nullable ComponentFlavor<?> flavor, List<String> problems) {}

  private Draft draft(
      Arguments arguments, GivenAttributes given, State state, Configuration configuration) {
    List<String> problems = new ArrayList<>();
    Component component =
        new Component(
            type,
            arguments.requiredPositional(0),
            arguments.requiredText("--flavor"),
            given.values());
    if (!arguments.mayBeValue(0)) {
      collect(problems, () -> configuration.registerComponent(component.withAttributes(Map.of())));
    }
    List<ComponentFlavor<?>> flavors = new ArrayList<>();
    collect(problems, () -> flavors.add(state.flavors().find(type, component.flavor())));
    problems.addAll(given.problems());
    ComponentFlavor<?> flavor = flavors.isEmpty() ? null : flavors.get(0);
    // Without -i everything is there already, and what is wrong with it belongs to the rest.
    if (flavor != null && !problems.isEmpty()) {
      problems.addAll(problems(flavor, component));
    }
    return new Draft(component, flavor, problems);
  }

  private static List<String> problems(ComponentFlavor<?> flavor, Component component) {
    List<String> problems = new ArrayList<>();
    collect(
        problems, () -> problems.addAll(dev.lockstep.stack.Options.problems(flavor, component)));
    return problems;
  }

  /** What a check says against what was given; a broken file or jar ends the command. */
  private static void collect(List<String> problems, Runnable check) {
    try {
      GivenNames.check(
          () -> {
            check.run();
            return problems;
          });
    } catch (CommandException e) {
      problems.add(String.valueOf(e.getMessage()));
    }
  }

  private CommandException refusal(
      Arguments arguments, List<String> problems, @Nullable ComponentFlavor<?> flavor) {
    String name = arguments.requiredPositional(0);
    return Refusal.of(
        "The "
            + type.noun()
            + (arguments.mayBeValue(0) ? "" : " '" + name + "'")
            + " was not registered",
        problems,
        "lockstep "
            + type.label()
            + (flavor == null ? " flavor list" : " flavor describe " + flavor.name()));
  }
}
