package dev.lockstep.cli.secret;

import dev.lockstep.cli.command.Arguments;
import dev.lockstep.cli.command.Command;
import dev.lockstep.cli.command.Options;
import dev.lockstep.cli.host.Host;
import dev.lockstep.cli.host.Prompt;
import dev.lockstep.cli.reference.LostReferences;
import dev.lockstep.run.console.ExitCode;
import picocli.CommandLine.Model.CommandSpec;

/** {@code lockstep secret delete}. */
final class DeleteSecret extends Command {
  @Override
  protected void describe(CommandSpec spec) {
    spec.usageMessage().description("Delete a secret, after asking.");
    Options.positional(spec, "NAME", true, "the secret's name");
    Options.yes(spec);
    Vault.options(spec);
  }

  @Override
  protected int run(Arguments arguments, Host host) {
    String name = arguments.requiredPositional(0);
    try (Vault vault = Vault.open(arguments, host)) {
      vault.need(name);
      if (!arguments.flag("--yes")) {
        new Prompt(host)
            .confirm(
                "Delete the secret '" + name + "' from " + vault.label() + "?",
                "The secret '" + name + "' was not deleted.");
      }
      vault.manager().delete(name);
      host.messages()
          .say(
              "Deleted the secret '"
                  + name
                  + "' from "
                  + vault.label()
                  + "."
                  + vault
                      .manager()
                      .recoverableUntil(name)
                      .map(until -> " It " + Vault.restorable(until))
                      .orElse(""));
      LostReferences.warn(name, vault.name(), "", host);
    }
    return ExitCode.SUCCESS;
  }
}
