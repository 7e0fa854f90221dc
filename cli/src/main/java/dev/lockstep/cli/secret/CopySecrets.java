package dev.lockstep.cli.secret;

import dev.lockstep.cli.command.Arguments;
import dev.lockstep.cli.command.Command;
import dev.lockstep.cli.command.Options;
import dev.lockstep.cli.host.CommandException;
import dev.lockstep.cli.host.Host;
import dev.lockstep.run.console.ExitCode;
import dev.lockstep.secret.Secret;
import dev.lockstep.secret.SecretNames;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** {@code lockstep secret copy}. */
final class CopySecrets extends Command {
  @Override
  protected void describe(CommandSpec spec) {
    spec.usageMessage()
        .customSynopsis(
            "lockstep secret copy NAME... | --all  --to MANAGER [--from MANAGER] [--as NEW]"
                + " [--update]")
        .description("Copy secrets, as they are, from one secrets manager to another one.");
    NamedSecrets.options(spec, "the secrets' names");
    Options.required(spec, "MANAGER", "the secrets manager to write to", "--to");
    Options.text(spec, "NEW", "the name of the copy, of one secret", "--as");
    Batch.options(spec);
    UsedSecretsManager.optionsOfSource(spec);
  }

  @Override
  protected int run(Arguments arguments, Host host) {
    NamedSecrets.check(arguments);
    Batch.check(arguments);
    String as = arguments.text("--as");
    if (as != null) {
      SecretNames.check(as);
      if (arguments.rest().size() != 1) {
        throw CommandException.usage("--as names the copy of one secret, so give one NAME.");
      }
    }
    try (UsedSecretsManager from = UsedSecretsManager.open(arguments, host);
        UsedSecretsManager to = UsedSecretsManager.open(arguments.requiredText("--to"), host)) {
      if (from.name().equals(to.name()) && as == null) {
        throw CommandException.usage(
            "The secrets are in "
                + to.label()
                + " already.\n  Fix: --to another one, or --as NEW for a copy beside it.");
      }
      List<Secret> secrets = renamed(NamedSecrets.read(arguments, from), as);
      if (secrets.isEmpty()) {
        host.messages().say("No secrets in " + from.label() + ": there is nothing to copy.");
        return ExitCode.SUCCESS;
      }
      String done = Batch.of(arguments, to).store(secrets);
      host.messages().say("Copied from " + from.label() + " to " + to.label() + ": " + done + ".");
    }
    return ExitCode.SUCCESS;
  }

  private static List<Secret> renamed(List<Secret> secrets, @Nullable String as) {
    List<Secret> copies = new ArrayList<>();
    for (Secret secret : secrets) {
      copies.add(Secret.of(as == null ? secret.name() : as, secret.type(), secret.values()));
    }
    return copies;
  }
}
