package dev.lockstep.cli.secret;

import dev.lockstep.cli.command.Arguments;
import dev.lockstep.cli.command.Options;
import dev.lockstep.cli.host.CommandException;
import dev.lockstep.secret.Secret;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** {@code NAME... | --all}: which secrets a command is about. */
final class NamedSecrets {
  private static final String ALL = "--all";

  private NamedSecrets() {}

  static void options(CommandSpec spec, String description) {
    Options.rest(spec, "NAME", description);
    Options.flag(spec, "all secrets of the secrets manager", ALL);
  }

  /** Refuses a call that says neither or both, before anything is opened. */
  static void check(Arguments arguments) {
    if (arguments.flag(ALL) == !arguments.rest().isEmpty()) {
      throw CommandException.usage(
          arguments.flag(ALL)
              ? "NAME and --all exclude each other."
              : "NAME is missing, or --all for all of them.");
    }
  }

  static boolean all(Arguments arguments) {
    return arguments.flag(ALL);
  }

  /** The names, each once. */
  static List<String> names(Arguments arguments, UsedSecretsManager used) {
    return all(arguments)
        ? used.manager().list()
        : new ArrayList<>(new LinkedHashSet<>(arguments.rest()));
  }

  /** Reads them in one round trip, where the back end can. */
  static List<Secret> read(Arguments arguments, UsedSecretsManager used) {
    return used.getAll(names(arguments, used));
  }
}
