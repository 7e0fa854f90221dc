package dev.lockstep.cli.stack;

import dev.lockstep.cli.command.Arguments;
import dev.lockstep.cli.command.Command;
import dev.lockstep.cli.command.Options;
import dev.lockstep.cli.host.Host;
import dev.lockstep.cli.host.Report;
import dev.lockstep.cli.host.State;
import dev.lockstep.cli.output.OutputFormat;
import dev.lockstep.cli.output.Table;
import dev.lockstep.run.console.ExitCode;
import dev.lockstep.stack.ActiveStack;
import dev.lockstep.stack.ComponentType;
import dev.lockstep.stack.Configuration;
import dev.lockstep.stack.Stack;
import dev.lockstep.stack.StackException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** {@code lockstep stack list}. */
final class ListStacks extends Command {
  @Override
  protected void describe(CommandSpec spec) {
    spec.usageMessage().description("List the stacks and their components.");
    Options.output(spec);
  }

  @Override
  protected int run(Arguments arguments, Host host) {
    OutputFormat format = arguments.output();
    State state = State.of(host);
    Configuration configuration = state.file().load();
    ActiveStack active = active(state, configuration, host);
    List<Map<String, Object>> data = new ArrayList<>();
    Table table =
        new Table(
            "ACTIVE",
            "STACK",
            "ORCHESTRATOR",
            "ARTIFACT STORE",
            "METADATA STORE",
            "SECRETS MANAGER");
    for (Stack stack : configuration.stacks()) {
      boolean isActive = active != null && stack.name().equals(active.stack().name());
      data.add(data(stack, isActive ? active : null));
      List<String> row = new ArrayList<>(List.of(isActive ? "*" : "", stack.name()));
      for (ComponentType type : ComponentType.values()) {
        row.add(stack.component(type).orElse("-"));
      }
      table.row(row.toArray(new String[0]));
    }
    Report.write(host, format, data, table);
    if (format == OutputFormat.TABLE && active != null && !active.source().equals("default")) {
      host.messages().say("Active is '" + active.stack().name() + "', by " + active.source() + ".");
    }
    return ExitCode.SUCCESS;
  }

  /** A list is what someone needs who has named a stack that does not exist. */
  private static @Nullable ActiveStack active(State state, Configuration configuration, Host host) {
    try {
      return state.activeStack(null, configuration);
    } catch (StackException e) {
      host.messages().warn(String.valueOf(e.getMessage()));
      return null;
    }
  }

  private static Map<String, Object> data(Stack stack, @Nullable ActiveStack active) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("name", stack.name());
    data.put("active", active != null);
    if (active != null) {
      data.put("source", active.source());
    }
    Map<String, String> components = new LinkedHashMap<>();
    for (ComponentType type : ComponentType.values()) {
      stack.component(type).ifPresent(name -> components.put(type.label(), name));
    }
    data.put("components", components);
    return data;
  }
}
