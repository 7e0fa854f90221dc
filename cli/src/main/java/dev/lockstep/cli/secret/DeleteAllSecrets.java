package dev.lockstep.cli.secret;

import dev.lockstep.cli.command.Arguments;
import dev.lockstep.cli.command.Command;
import dev.lockstep.cli.command.Options;
import dev.lockstep.cli.host.CommandException;
import dev.lockstep.cli.host.Host;
import dev.lockstep.cli.host.Prompt;
import dev.lockstep.run.console.ExitCode;
import dev.lockstep.secret.SecretsManagerException;
import dev.lockstep.text.Names;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** {@code lockstep secret delete-all}. */
final class DeleteAllSecrets extends Command {
  @Override
  protected void describe(CommandSpec spec) {
    spec.usageMessage().description("Delete all secrets of a secrets manager, after asking.");
    Options.flag(
        spec, "where the back end keeps deleted secrets for a while, do not keep them", "--force");
    Options.yes(spec);
    UsedSecretsManager.options(spec);
  }

  @Override
  protected int run(Arguments arguments, Host host) {
    try (UsedSecretsManager used = UsedSecretsManager.open(arguments, host)) {
      List<String> names = used.manager().list();
      if (names.isEmpty()) {
        host.messages().say("No secrets in " + used.label() + ": there is nothing to delete.");
        return ExitCode.SUCCESS;
      }
      String all = names.size() == 1 ? "the only secret" : "all " + names.size() + " secrets";
      if (!arguments.flag("--yes")) {
        new Prompt(host)
            .confirm(
                "Delete " + all + " of " + used.label() + " (" + Names.list(names) + ")?",
                "No secret was deleted.");
      }
      delete(used, names.size(), arguments.flag("--force"));
      host.messages()
          .say(
              "Deleted "
                  + all
                  + " of "
                  + used.label()
                  + "."
                  // All are deleted for the same time, at nearly the same.
                  + used.manager()
                      .recoverableUntil(names.get(0))
                      .map(
                          until ->
                              (names.size() == 1 ? " It " : " They ")
                                  + UsedSecretsManager.restorable(until))
                      .orElse(""));
    }
    return ExitCode.SUCCESS;
  }

  private static void delete(UsedSecretsManager used, int number, boolean force) {
    try {
      used.manager().deleteAll(force);
    } catch (SecretsManagerException e) {
      throw CommandException.backEnd(e.getMessage() + "\n  " + left(used, number));
    }
  }

  private static String left(UsedSecretsManager used, int number) {
    try {
      List<String> left = used.manager().list();
      return left.size()
          + " of "
          + number
          + " secrets are left in "
          + used.label()
          + ": "
          + Names.list(left)
          + ".";
    } catch (SecretsManagerException e) {
      return "Which secrets are left in " + used.label() + " cannot be told.";
    }
  }
}
