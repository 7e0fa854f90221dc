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
import dev.lockstep.secret.SecretValue;
import dev.lockstep.text.Names;
import dev.lockstep.text.Suggestion;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;

/** {@code lockstep secret get}. */
final class GetSecret extends Command {
  @Override
  protected void describe(CommandSpec spec) {
    spec.usageMessage()
        .description(
            "Show a secret, its values masked.",
            "With KEY and --reveal just that value is written, as it is stored, and a line end:",
            "  password=$$(lockstep secret get warehouse password --reveal)");
    Options.positional(spec, "NAME", true, "the secret's name");
    Options.positional(spec, "KEY", false, "show this key only");
    Options.flag(spec, "show values", "--reveal");
    Options.output(spec);
    UsedSecretsManager.options(spec);
  }

  @Override
  protected int run(Arguments arguments, Host host) {
    OutputFormat format = arguments.output();
    boolean reveal = arguments.flag("--reveal");
    String key = arguments.positional(1);
    try (UsedSecretsManager used = UsedSecretsManager.open(arguments, host)) {
      Secret secret = used.get(arguments.requiredPositional(0));
      if (key == null) {
        show(secret, reveal, format, host);
      } else {
        show(secret, key, reveal, format, host);
      }
    }
    return ExitCode.SUCCESS;
  }

  private static void show(Secret secret, boolean reveal, OutputFormat format, Host host) {
    Map<String, Object> values = new LinkedHashMap<>();
    Table table = new Table("KEY", "VALUE");
    for (Map.Entry<String, SecretValue> entry : secret.values().entrySet()) {
      String shown = shown(entry.getValue(), reveal);
      values.put(entry.getKey(), shown);
      table.row(entry.getKey(), shown);
    }
    Map<String, Object> data = head(secret);
    data.put("values", values);
    Report.write(host, format, data, reveal ? table.whole() : table);
  }

  private static void show(
      Secret secret, String key, boolean reveal, OutputFormat format, Host host) {
    SecretValue value = secret.values().get(key);
    if (value == null) {
      throw CommandException.usage(
          "Secret '"
              + secret.name()
              + "' has no key '"
              + key
              + "'."
              + Suggestion.didYouMean(key, secret.values().keySet())
              + " It has: "
              + Names.list(secret.values().keySet())
              + ".");
    }
    String shown = shown(value, reveal);
    if (format == OutputFormat.TABLE) {
      host.output().line(shown);
      return;
    }
    Map<String, Object> data = head(secret);
    data.put("key", key);
    data.put("value", shown);
    Report.write(host, format, data, new Table());
  }

  private static Map<String, Object> head(Secret secret) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("name", secret.name());
    data.put("type", secret.type());
    secret.version().ifPresent(version -> data.put("version", version));
    return data;
  }

  private static String shown(SecretValue value, boolean reveal) {
    return reveal ? value.reveal() : SecretValue.MASK;
  }
}
