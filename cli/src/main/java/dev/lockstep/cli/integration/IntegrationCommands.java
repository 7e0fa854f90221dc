package dev.lockstep.cli.integration;

import dev.lockstep.cli.command.CommandGroup;
import dev.lockstep.cli.command.Node;

/** The commands for integrations. */
public final class IntegrationCommands extends CommandGroup {
  public IntegrationCommands() {
    super(
        "An integration brings the flavors for a provider, with the libraries that they need.",
        child("list", "List the integrations, and which are installed"),
        child("install", "Download integrations and make their flavors ready"),
        child("uninstall", "Remove integrations, after asking"));
  }

  @Override
  protected Node open(String name) {
    return switch (name) {
      case "list" -> new ListIntegrations();
      case "install" -> new InstallIntegrations();
      case "uninstall" -> new UninstallIntegrations();
      default -> throw new IllegalArgumentException(name);
    };
  }
}
