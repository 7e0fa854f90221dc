package dev.lockstep.cli.stack;

import dev.lockstep.cli.command.Arguments;
import dev.lockstep.cli.command.Command;
import dev.lockstep.cli.command.GivenNames;
import dev.lockstep.cli.command.Options;
import dev.lockstep.cli.component.ComponentView;
import dev.lockstep.cli.host.Host;
import dev.lockstep.cli.host.State;
import dev.lockstep.cli.host.UserFile;
import dev.lockstep.run.console.ExitCode;
import dev.lockstep.stack.Component;
import dev.lockstep.stack.ComponentType;
import dev.lockstep.stack.Configuration;
import dev.lockstep.stack.Stack;
import dev.lockstep.stack.StackDocument;
import dev.lockstep.text.Names;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;

/** {@code lockstep stack export}. */
final class ExportStack extends Command {
  @Override
  protected void describe(CommandSpec spec) {
    spec.usageMessage()
        .description(
            "Write a stack and its components as YAML, for 'lockstep stack import'. References to"
                + " secrets stay references. Sensitive attributes are left out and named.");
    Options.positional(spec, "NAME", false, "the stack's name; the active stack without it");
    Options.positional(
        spec, "FILE", false, "the file, which only you can read; without it, or as -, the output");
    Options.flag(spec, "write sensitive attributes, too, in clear", "--reveal");
    Options.flag(spec, "replace a file that is there, without asking", "-y", "--yes");
  }

  @Override
  protected int run(Arguments arguments, Host host) {
    State state = State.of(host);
    Configuration configuration = state.file().load();
    Stack stack = GivenNames.check(() -> state.stack(arguments.positional(0), configuration));
    StackDocument document =
        document(stack, configuration, new ComponentView(state.flavors()), arguments);
    String file = arguments.positional(1);
    if (file == null || file.equals("-")) {
      host.output().write(document.write());
    } else {
      UserFile target = new UserFile(host, file);
      if (!arguments.flag("--yes")) {
        target.askToReplace();
      }
      target.write(document.write());
      host.messages().say("Exported the stack '" + stack.name() + "'.");
    }
    tell(host, document, configuration.unknownFields(stack));
    return ExitCode.SUCCESS;
  }

  private static StackDocument document(
      Stack stack, Configuration configuration, ComponentView view, Arguments arguments) {
    Map<ComponentType, Component> components = new EnumMap<>(ComponentType.class);
    Map<ComponentType, Set<String>> leftOut = new EnumMap<>(ComponentType.class);
    for (Map.Entry<ComponentType, String> entry : stack.components().entrySet()) {
      ComponentType type = entry.getKey();
      Component component = configuration.component(type, entry.getValue());
      if (!arguments.flag("--reveal")) {
        Set<String> hidden = view.hidden(component);
        if (!hidden.isEmpty()) {
          leftOut.put(type, hidden);
          Map<String, String> attributes = new LinkedHashMap<>(component.attributes());
          attributes.keySet().removeAll(hidden);
          component = component.withAttributes(attributes);
        }
      }
      components.put(type, component);
    }
    return new StackDocument(stack.name(), components, leftOut, List.of());
  }

  private static void tell(Host host, StackDocument document, List<String> unknown) {
    List<String> leftOut = new ArrayList<>();
    for (Map.Entry<ComponentType, Set<String>> entry : document.leftOut().entrySet()) {
      for (String attribute : entry.getValue()) {
        leftOut.add(entry.getKey().label() + "." + attribute);
      }
    }
    if (!leftOut.isEmpty()) {
      host.messages()
          .warn(
              "Left out because they are sensitive: "
                  + Names.list(leftOut)
                  + ". 'lockstep stack import' asks for them; --reveal writes them in clear.");
    }
    if (!unknown.isEmpty()) {
      host.messages()
          .warn(
              "Left out because a newer version of Lockstep wrote them: "
                  + Names.list(unknown)
                  + ". Export with that version to have them.");
    }
  }
}
