package dev.lockstep.cli.integration;

import dev.lockstep.cli.command.Arguments;
import dev.lockstep.cli.command.Command;
import dev.lockstep.cli.command.Options;
import dev.lockstep.cli.host.Host;
import dev.lockstep.cli.host.Report;
import dev.lockstep.cli.host.State;
import dev.lockstep.cli.output.OutputFormat;
import dev.lockstep.cli.output.Table;
import dev.lockstep.run.console.ExitCode;
import dev.lockstep.stack.InstalledIntegration;
import dev.lockstep.stack.Integration;
import dev.lockstep.stack.IntegrationRegistry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** {@code lockstep integration list}. */
final class ListIntegrations extends Command {
  private static final String NOT_USABLE = "not usable";

  @Override
  protected void describe(CommandSpec spec) {
    spec.usageMessage()
        .description(
            "List the integrations that there are, which are installed, and what they bring.");
    Options.output(spec);
  }

  @Override
  protected int run(Arguments arguments, Host host) {
    OutputFormat format = arguments.output();
    IntegrationRegistry registry = new IntegrationRegistry(State.of(host).home());
    List<InstalledIntegration> others = new ArrayList<>(registry.all());
    List<Map<String, @Nullable Object>> data = new ArrayList<>();
    List<String> unusable = new ArrayList<>();
    Table table = new Table("INTEGRATION", "INSTALLED", "VERSION", "SIZE", "FLAVORS");
    for (Integration integration : Integration.all()) {
      InstalledIntegration installed = take(others, integration.name());
      String problem = installed == null ? null : registry.problem(installed);
      data.add(data(integration, installed, problem));
      if (problem != null) {
        unusable.add(unusable(integration.name(), problem));
      }
      table.row(
          integration.name(),
          installed == null ? "no" : problem == null ? "yes" : NOT_USABLE,
          installed == null ? "" : installed.version(),
          installed == null ? "" : DataSize.of(installed.size()),
          flavors(integration));
    }
    for (InstalledIntegration installed : others) {
      // Of another version of Lockstep.
      String problem = registry.problem(installed);
      data.add(data(new Integration(installed.name(), "", List.of()), installed, problem));
      if (problem != null) {
        unusable.add(unusable(installed.name(), problem));
      }
      table.row(
          installed.name(),
          problem == null ? "yes" : NOT_USABLE,
          installed.version(),
          DataSize.of(installed.size()),
          "");
    }
    Report.write(host, format, data, table);
    if (format == OutputFormat.TABLE) {
      unusable.forEach(host.messages()::say);
    }
    return ExitCode.SUCCESS;
  }

  private static String unusable(String name, String problem) {
    return "The integration '" + name + "' cannot be used: " + problem;
  }

  private static @Nullable InstalledIntegration take(
      List<InstalledIntegration> installed, String name) {
    for (InstalledIntegration candidate : installed) {
      if (candidate.name().equals(name)) {
        installed.remove(candidate);
        return candidate;
      }
    }
    return null;
  }

  private static String flavors(Integration integration) {
    List<String> flavors = new ArrayList<>();
    for (Integration.Brought brought : integration.flavors()) {
      flavors.add(brought.type().label() + " " + brought.name());
    }
    return String.join(", ", flavors);
  }

  private static Map<String, @Nullable Object> data(
      Integration integration, @Nullable InstalledIntegration installed, @Nullable String problem) {
    Map<String, @Nullable Object> data = new LinkedHashMap<>();
    data.put("name", integration.name());
    data.put("description", integration.description());
    data.put("installed", installed != null);
    data.put("ready", installed != null && problem == null);
    data.put("problem", problem == null ? "" : problem);
    data.put("artifact", installed == null ? integration.artifact() : installed.artifact());
    data.put("version", installed == null ? null : installed.version());
    data.put("installed_at", installed == null ? null : installed.installed());
    data.put("jars", installed == null ? null : installed.jars().size());
    data.put("size", installed == null ? null : installed.size());
    List<Map<String, String>> flavors = new ArrayList<>();
    for (Integration.Brought brought : integration.flavors()) {
      Map<String, String> flavor = new LinkedHashMap<>();
      flavor.put("type", brought.type().label());
      flavor.put("name", brought.name());
      flavors.add(flavor);
    }
    data.put("flavors", flavors);
    return data;
  }
}
