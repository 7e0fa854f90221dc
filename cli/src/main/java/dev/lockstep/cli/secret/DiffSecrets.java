package dev.lockstep.cli.secret;

import dev.lockstep.cli.command.Arguments;
import dev.lockstep.cli.command.Command;
import dev.lockstep.cli.command.Options;
import dev.lockstep.cli.host.CommandException;
import dev.lockstep.cli.host.Host;
import dev.lockstep.cli.host.Report;
import dev.lockstep.cli.output.OutputFormat;
import dev.lockstep.cli.output.Table;
import dev.lockstep.run.console.ExitCode;
import dev.lockstep.secret.Secret;
import dev.lockstep.secret.SecretNames;
import dev.lockstep.text.Suggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine.Model.CommandSpec;

/** {@code lockstep secret diff}. */
final class DiffSecrets extends Command {
  @Override
  protected void describe(CommandSpec spec) {
    spec.usageMessage()
        .customSynopsis(
            "lockstep secret diff NAME... | --all  --to MANAGER [--from MANAGER] [-o FORMAT]")
        .description(
            "Compare the secrets of two secrets managers, key by key, without showing a value.",
            "Ends with 0 when they are the same, and with 1 when they differ.");
    NamedSecrets.options(spec, "the secrets' names");
    Options.required(spec, "MANAGER", "the secrets manager to compare with", "--to");
    Options.output(spec);
    UsedSecretsManager.optionsOfSource(spec);
  }

  @Override
  protected int run(Arguments arguments, Host host) {
    OutputFormat format = arguments.output();
    NamedSecrets.check(arguments);
    List<SecretDifference> differences = new ArrayList<>();
    String here;
    String there;
    try (UsedSecretsManager from = UsedSecretsManager.open(arguments, host);
        UsedSecretsManager to = UsedSecretsManager.open(arguments.requiredText("--to"), host)) {
      here = from.name();
      there = to.name();
      Set<String> names = names(arguments, from, to);
      Map<String, Secret> ours = from.manager().getAll(names);
      Map<String, Secret> theirs = to.manager().getAll(names);
      for (String name : names) {
        Secret our = ours.get(name);
        Secret their = theirs.get(name);
        if (our == null && their == null) {
          throw missing(name, from, to);
        }
        differences.add(SecretDifference.of(name, our, their));
      }
    }
    Table table = new Table("SECRET", "KEY", "DIFFERENCE");
    List<Map<String, Object>> data = new ArrayList<>();
    boolean same = true;
    for (SecretDifference difference : differences) {
      difference.add(table, here, there);
      data.add(difference.data());
      same &= difference.same();
    }
    Report.write(host, format, data, table);
    return same ? ExitCode.SUCCESS : ExitCode.STEP_FAILED;
  }

  private static Set<String> names(
      Arguments arguments, UsedSecretsManager from, UsedSecretsManager to) {
    if (NamedSecrets.all(arguments)) {
      Set<String> all = new TreeSet<>(from.manager().list());
      all.addAll(to.manager().list());
      return all;
    }
    for (String name : arguments.rest()) {
      SecretNames.check(name);
    }
    return new TreeSet<>(arguments.rest());
  }

  private static CommandException missing(
      String name, UsedSecretsManager from, UsedSecretsManager to) {
    Set<String> all = new TreeSet<>(from.manager().list());
    all.addAll(to.manager().list());
    return CommandException.usage(
        "There is no secret '"
            + name
            + "', neither in "
            + from.label()
            + " nor in "
            + to.label()
            + "."
            + Suggestion.didYouMean(name, all));
  }
}
