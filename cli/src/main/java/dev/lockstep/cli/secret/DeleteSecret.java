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
    UsedSecretsManager.options(spec);
  }

  @Override
  protected int run(Arguments arguments, Host host) {
    String name = arguments.requiredPositional(0);
    try (UsedSecretsManager used = UsedSecretsManager.open(arguments, host)) {
      used.need(name);
      if (!arguments.flag("--yes")) {
        new Prompt(host)
            .confirm(
                "Delete the secret '" + name + "' from " + used.label() + "?",
                "The secret '" + name + "' was not deleted.");
      }
      used.manager().delete(name);
      host.messages()
          .say(
              "Deleted the secret '"
                  + name
                  + "' from "
                  + used.label()
                  + "."
                  + used.manager()
                      .recoverableUntil(name)
                      .map(until -> " It " + UsedSecretsManager.restorable(until))
                      .orElse(""));
      LostReferences.warn(name, used.name(), "", host);
    }
    return ExitCode.SUCCESS;
  }
}
