package dev.lockstep.cli.component;

import dev.lockstep.cli.command.Arguments;
import dev.lockstep.cli.command.Command;
import dev.lockstep.cli.command.GivenNames;
import dev.lockstep.cli.command.Options;
import dev.lockstep.cli.host.CommandException;
import dev.lockstep.cli.host.Host;
import dev.lockstep.cli.host.State;
import dev.lockstep.cli.reference.ReferenceWarnings;
import dev.lockstep.run.console.ExitCode;
import dev.lockstep.stack.Component;
import dev.lockstep.stack.ComponentFlavor;
import dev.lockstep.stack.ComponentType;
import dev.lockstep.stack.Configuration;
import java.util.LinkedHashMap;
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
        .customSynopsis("lockstep " + type.label() + " update NAME --ATTRIBUTE=VALUE ...")
        .description("Change attributes; those that are not named stay as they are.");
    Options.positional(spec, "NAME", true, "its name");
  }

  @Override
  protected boolean takesUnknownArguments() {
    return true;
  }

  @Override
  protected int run(Arguments arguments, Host host) {
    String name = arguments.requiredPositional(0);
    Map<String, String> given = GivenAttributes.read(type, arguments.unknown());
    if (given.isEmpty()) {
      throw CommandException.usage("Nothing to change. Give --ATTRIBUTE=VALUE.");
    }
    State state = State.of(host);
    Configuration after =
        GivenNames.check(() -> state.file().update(all -> changed(all, name, given, state)));
    ComponentFlavor<?> flavor = state.flavors().find(type, after.component(type, name).flavor());
    GivenAttributes.warnAboutPlainSecrets(host, flavor, given.keySet());
    host.messages().say("Updated the " + type.noun() + " '" + name + "'.");
    new ReferenceWarnings(state, host, after).ofComponent(after.component(type, name));
    return ExitCode.SUCCESS;
  }

  private Configuration changed(
      Configuration all, String name, Map<String, String> given, State state) {
    Component old = all.component(type, name);
    Map<String, String> attributes = new LinkedHashMap<>(old.attributes());
    attributes.putAll(given);
    Component changed = new Component(type, name, old.flavor(), attributes);
    dev.lockstep.stack.Options.check(state.flavors().find(type, old.flavor()), changed);
    return all.updateComponent(changed);
  }
}
