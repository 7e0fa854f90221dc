package dev.lockstep.cli.command;

import dev.lockstep.cli.host.CommandException;
import dev.lockstep.cli.host.Host;
import dev.lockstep.cli.output.DataWriter;
import dev.lockstep.descriptor.DescriptorException;
import dev.lockstep.home.HomeException;
import dev.lockstep.metadata.MetadataException;
import dev.lockstep.run.console.ExitCode;
import dev.lockstep.secret.InvalidSecretException;
import dev.lockstep.secret.SecretExistsException;
import dev.lockstep.secret.SecretNotFoundException;
import dev.lockstep.secret.SecretsManagerException;
import dev.lockstep.stack.StackException;

/** Makes a message and an exit code of whatever ended a command. */
final class Failures {
  private final Host host;
  private final boolean debug;

  Failures(Host host, boolean debug) {
    this.host = host;
    this.debug = debug;
  }

  int report(Exception failure) {
    if (failure instanceof DataWriter.OutputException e && e.closedPipe()) {
      return ExitCode.SUCCESS;
    }
    host.messages().error(message(failure));
    if (debug) {
      host.messages().trace(failure);
    }
    return exitCode(failure);
  }

  /** A class of someone else's, such as a component's, is missing or does not fit. */
  int report(LinkageError failure) {
    host.messages()
        .error(
            "A class cannot be used: "
                + failure.getClass().getSimpleName()
                // Of others nobody knows what they say.
                + (failure instanceof NoClassDefFoundError ? " " + failure.getMessage() : "")
                + ".\n  Fix: if it belongs to a flavor of your own, register the flavor again with"
                + " every jar that it needs: lockstep COMPONENT flavor register CLASS --jar FILE"
                + " --jar FILE");
    if (debug) {
      host.messages().trace(failure);
    }
    return ExitCode.BACK_END;
  }

  private String message(Exception failure) {
    if (failure instanceof DataWriter.OutputException e) {
      return "Standard output cannot be written: " + e.reason() + ".";
    }
    if (ours(failure)) {
      return String.valueOf(failure.getMessage());
    }
    // The text of an exception that is not ours may hold a value.
    return "Unexpected failure: "
        + failure.getClass().getName()
        + "."
        + (debug ? "" : "\n  More: repeat the command with --debug.");
  }

  private static boolean ours(Exception failure) {
    return failure instanceof CommandException
        || failure instanceof SecretsManagerException
        || failure instanceof StackException
        || failure instanceof HomeException
        || failure instanceof MetadataException
        || failure instanceof DescriptorException;
  }

  private static int exitCode(Exception failure) {
    if (failure instanceof CommandException e) {
      return e.exitCode();
    }
    if (failure instanceof SecretNotFoundException
        || failure instanceof SecretExistsException
        || failure instanceof InvalidSecretException
        || failure instanceof DescriptorException) {
      return ExitCode.USAGE;
    }
    return failure instanceof StackException ? ExitCode.PREFLIGHT : ExitCode.BACK_END;
  }
}
