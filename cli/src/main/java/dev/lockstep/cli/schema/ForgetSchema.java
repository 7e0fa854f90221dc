package dev.lockstep.cli.schema;

import dev.lockstep.cli.catalog.KnownSchema;
import dev.lockstep.cli.catalog.RememberedSchema;
import dev.lockstep.cli.catalog.RememberedSchemas;
import dev.lockstep.cli.command.Arguments;
import dev.lockstep.cli.command.Command;
import dev.lockstep.cli.command.Options;
import dev.lockstep.cli.host.CommandException;
import dev.lockstep.cli.host.Host;
import dev.lockstep.cli.host.Prompt;
import dev.lockstep.run.console.ExitCode;
import dev.lockstep.text.Names;
import dev.lockstep.text.Suggestion;
import java.nio.file.Path;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** {@code lockstep schema forget}. */
final class ForgetSchema extends Command {
  @Override
  protected void describe(CommandSpec spec) {
    spec.usageMessage()
        .description(
            "Forget a schema that was seen in a pipeline, after asking. Secrets stay as they are,"
                + " and the schema is known again when its pipeline is seen again.");
    Options.positional(spec, "TYPE", true, "the schema's type, see 'lockstep schema list'");
    Options.positional(spec, "TARGET", false, "only what this jar or folder says of it");
    Options.yes(spec);
  }

  @Override
  protected int run(Arguments arguments, Host host) {
    String type = arguments.requiredPositional(0);
    if (KnownSchema.builtIn(type) != null) {
      throw CommandException.usage(
          "The schema '" + type + "' is built in and cannot be forgotten.");
    }
    RememberedSchemas remembered = new RememberedSchemas(host);
    String name = arguments.positional(1);
    Path target =
        name == null ? null : host.workingFolder().resolve(name).toAbsolutePath().normalize();
    need(remembered, type, target);
    if (!arguments.flag("--yes")) {
      new Prompt(host)
          .confirm(
              "Forget the schema '" + type + "'" + of(target) + "?",
              "The schema '" + type + "' was not forgotten.");
    }
    remembered.forget(type, target);
    host.messages().say("Forgot the schema '" + type + "'" + of(target) + ".");
    return ExitCode.SUCCESS;
  }

  private static void need(RememberedSchemas remembered, String type, @Nullable Path target) {
    TreeSet<String> types = new TreeSet<>();
    TreeSet<String> targets = new TreeSet<>();
    for (RememberedSchema schema : remembered.all()) {
      types.add(schema.schema().type());
      if (schema.schema().type().equals(type)) {
        targets.add(schema.target().toString());
      }
    }
    if (!types.contains(type)) {
      throw CommandException.usage(
          "No schema '"
              + type
              + "' is remembered."
              + Suggestion.didYouMean(type, types)
              + " There are: "
              + Names.list(types)
              + ".");
    }
    if (target != null && !targets.contains(target.toString())) {
      throw CommandException.usage(
          "No schema '"
              + type
              + "' of "
              + target
              + " is remembered, only of: "
              + Names.list(targets)
              + ".");
    }
  }

  private static String of(@Nullable Path target) {
    return target == null ? "" : " of " + target;
  }
}
