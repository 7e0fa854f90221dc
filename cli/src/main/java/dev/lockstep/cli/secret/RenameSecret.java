package dev.lockstep.cli.secret;

import dev.lockstep.cli.command.Arguments;
import dev.lockstep.cli.command.Command;
import dev.lockstep.cli.command.Options;
import dev.lockstep.cli.host.CommandException;
import dev.lockstep.cli.host.Host;
import dev.lockstep.cli.reference.LostReferences;
import dev.lockstep.home.HomeException;
import dev.lockstep.run.console.ExitCode;
import dev.lockstep.secret.Secret;
import dev.lockstep.secret.SecretExistsException;
import dev.lockstep.secret.SecretNames;
import dev.lockstep.secret.SecretNotFoundException;
import dev.lockstep.secret.SecretsManagerException;
import picocli.CommandLine.Model.CommandSpec;

/** {@code lockstep secret rename}. */
final class RenameSecret extends Command {
  @Override
  protected void describe(CommandSpec spec) {
    spec.usageMessage()
        .description(
            "Give a secret another name. It is stored under the new name first, and the old one is"
                + " deleted then.");
    Options.positional(spec, "NAME", true, "the secret's name");
    Options.positional(spec, "NEW", true, "its new name, which no secret has");
    UsedSecretsManager.options(spec);
  }

  @Override
  protected int run(Arguments arguments, Host host) {
    String name = arguments.requiredPositional(0);
    String newName = SecretNames.check(arguments.requiredPositional(1));
    if (name.equals(newName)) {
      throw CommandException.usage("The secret '" + name + "' has that name already.");
    }
    try (UsedSecretsManager used = UsedSecretsManager.open(arguments, host)) {
      used.need(name);
      used.exclusively(
          () -> {
            rename(used, name, newName);
            return true;
          });
      host.messages()
          .say("Renamed the secret '" + name + "' to '" + newName + "' in " + used.label() + ".");
      LostReferences.warn(
          name, used.name(), " Fix: let them refer to {{" + newName + ".KEY}}.", host);
    }
    return ExitCode.SUCCESS;
  }

  private static void rename(UsedSecretsManager used, String name, String newName) {
    Secret secret = used.get(name);
    try {
      used.manager().register(Secret.of(newName, secret.type(), secret.values()));
    } catch (SecretExistsException e) {
      if (e.recoverable()) {
        throw e;
      }
      throw CommandException.usage(
          "There is a secret '"
              + newName
              + "' in "
              + used.label()
              + " already. Nothing was changed.\n  Fix: choose another name, or delete that one:"
              + " lockstep secret delete "
              + newName
              + used.option());
    }
    try {
      if (!used.manager().get(name).equals(secret)) {
        throw left(
            name,
            newName,
            used,
            "'" + name + "' was changed by someone else at the same time",
            newName);
      }
      used.manager().delete(name);
    } catch (SecretNotFoundException e) {
      throw left(
          name, newName, used, "'" + name + "' was deleted by someone else at the same time", "");
    } catch (SecretsManagerException | HomeException e) {
      throw left(
          name, newName, used, "'" + name + "' could not be deleted: " + e.getMessage(), name);
    }
  }

  /**
   * What to say when the work is half done.
   *
   * @param superfluous what to delete, or empty when nothing is
   */
  private static CommandException left(
      String name, String newName, UsedSecretsManager used, String why, String superfluous) {
    return CommandException.backEnd(
        "The secret was stored as '"
            + newName
            + "' in "
            + used.label()
            + ", and "
            + why
            + "\n  "
            + (superfluous.isEmpty()
                ? "Only '" + newName + "' is there."
                : "Both '"
                    + name
                    + "' and '"
                    + newName
                    + "' are there.\n  Fix: lockstep secret delete "
                    + superfluous
                    + used.option()));
  }
}
