package dev.lockstep.cli.integration;

import dev.lockstep.cli.command.Arguments;
import dev.lockstep.cli.command.Command;
import dev.lockstep.cli.command.Options;
import dev.lockstep.cli.host.CommandException;
import dev.lockstep.cli.host.Host;
import dev.lockstep.cli.host.State;
import dev.lockstep.cli.maven.MavenFiles;
import dev.lockstep.run.console.ExitCode;
import dev.lockstep.stack.InstalledIntegration;
import dev.lockstep.stack.Integration;
import dev.lockstep.stack.IntegrationRegistry;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** {@code lockstep integration install}. */
final class InstallIntegrations extends Command {
  @Override
  protected void describe(CommandSpec spec) {
    spec.usageMessage()
        .customSynopsis(
            "lockstep integration install INTEGRATION... [--reinstall] [--settings FILE]")
        .description(
            "Make the flavors of integrations ready: their jars are taken from your local Maven"
                + " repository, or from the remote ones that your Maven has, with the mirrors,"
                + " proxies and credentials of its settings, and copied to your home folder.",
            "Pipelines that run with this home find them, too. A project can declare them as"
                + " dependencies instead.");
    NamedIntegrations.describe(spec);
    Options.flag(spec, "also what is installed already", "--reinstall");
    Options.text(spec, "FILE", "Maven's settings; default: ~/.m2/settings.xml", "--settings");
  }

  @Override
  protected int run(Arguments arguments, Host host) {
    List<Integration> named = NamedIntegrations.of(arguments);
    MavenFiles files = MavenFiles.of(host, arguments.text("--settings"));
    IntegrationRegistry registry = new IntegrationRegistry(State.of(host).home());
    List<Integration> missing = new ArrayList<>();
    for (Integration integration : named) {
      InstalledIntegration installed = registry.find(integration.name()).orElse(null);
      if (installed == null
          || arguments.flag("--reinstall")
          || registry.problem(installed) != null) {
        missing.add(integration);
      } else {
        host.messages()
            .say(
                "The integration '"
                    + integration.name()
                    + "' is installed already, version "
                    + installed.version()
                    + ".");
      }
    }
    return missing.isEmpty() ? ExitCode.SUCCESS : install(missing, files, registry, host);
  }

  private static int install(
      List<Integration> missing, MavenFiles files, IntegrationRegistry registry, Host host) {
    try {
      return new Installation(host, registry).install(missing, files);
    } catch (NoClassDefFoundError e) {
      throw CommandException.backEnd(
          "Nothing was installed: Maven Resolver is not on the class path ("
              + e.getMessage()
              + ").\n  Fix: call the script 'lockstep', or put everything on the class path that"
              + " dev.lockstep:lockstep-cli depends on.");
    }
  }
}
