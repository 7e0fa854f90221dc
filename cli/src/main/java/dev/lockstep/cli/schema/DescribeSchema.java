package dev.lockstep.cli.schema;

import dev.lockstep.cli.catalog.KnownSchema;
import dev.lockstep.cli.catalog.RememberedSchema;
import dev.lockstep.cli.catalog.RememberedSchemas;
import dev.lockstep.cli.command.Arguments;
import dev.lockstep.cli.command.Command;
import dev.lockstep.cli.command.Options;
import dev.lockstep.cli.host.Host;
import dev.lockstep.cli.host.Report;
import dev.lockstep.cli.output.OutputFormat;
import dev.lockstep.cli.output.Table;
import dev.lockstep.run.console.ExitCode;
import dev.lockstep.secret.SchemaKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;

/** {@code lockstep schema describe}. */
final class DescribeSchema extends Command {
  @Override
  protected void describe(CommandSpec spec) {
    spec.usageMessage().description("Show the keys that a schema requires and allows.");
    Options.positional(spec, "TYPE", true, "the schema's type, see 'lockstep schema list'");
    Options.positional(
        spec,
        "TARGET",
        false,
        "take it from the pipelines of this jar or folder of classes, and remember it");
    Options.output(spec);
  }

  @Override
  protected int run(Arguments arguments, Host host) {
    OutputFormat format = arguments.output();
    KnownSchema schema =
        Schemas.of(arguments.positional(1), host).find(arguments.requiredPositional(0));
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("type", schema.type());
    data.put("description", schema.description());
    data.put("at_least_one", schema.atLeastOne());
    List<Map<String, Object>> keys = new ArrayList<>();
    boolean patterns = patterns(schema);
    Table table =
        patterns
            ? new Table("KEY", "TYPE", "REQUIRED", "PATTERN", "VARIABLE", "DESCRIPTION")
            : new Table("KEY", "TYPE", "REQUIRED", "VARIABLE", "DESCRIPTION");
    for (SchemaKey key : schema.keys()) {
      keys.add(data(key));
      String required = key.required() ? "yes" : "no";
      String pattern = key.pattern();
      if (patterns) {
        table.row(
            key.name(),
            type(key),
            required,
            pattern == null ? "" : pattern,
            key.env(),
            key.description());
      } else {
        table.row(key.name(), type(key), required, key.env(), key.description());
      }
    }
    data.put("keys", keys);
    List<RememberedSchema> seen =
        KnownSchema.builtIn(schema.type()) == null
            ? new RememberedSchemas(host).of(schema.type())
            : List.of();
    data.put("seen", seen(seen));
    Report.write(host, format, data, table);
    if (format == OutputFormat.TABLE) {
      for (RememberedSchema where : seen) {
        host.messages().say("Seen in " + where.target() + " on " + where.seen() + ".");
      }
      if (schema.atLeastOne()) {
        host.messages().say("At least one of these keys is needed.");
      } else if (schema.keys().isEmpty()) {
        host.messages().say("A secret of this type has whatever keys it is given.");
      }
    }
    return ExitCode.SUCCESS;
  }

  private static List<Map<String, Object>> seen(List<RememberedSchema> seen) {
    List<Map<String, Object>> data = new ArrayList<>();
    for (RememberedSchema where : seen) {
      Map<String, Object> entry = new LinkedHashMap<>();
      entry.put("from", where.target().toString());
      entry.put("seen", where.seen());
      entry.put("state", Freshness.state(where));
      data.add(entry);
    }
    return data;
  }

  /** Few schemas have any, and a column without content only takes place. */
  private static boolean patterns(KnownSchema schema) {
    for (SchemaKey key : schema.keys()) {
      if (key.pattern() != null) {
        return true;
      }
    }
    return false;
  }

  private static Map<String, Object> data(SchemaKey key) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("name", key.name());
    data.put("type", key.type());
    data.put("required", key.required());
    data.put("env", key.env());
    data.put("masked", key.masked());
    if (key.pattern() != null) {
      data.put("pattern", key.pattern());
    }
    if (!key.constants().isEmpty()) {
      data.put("constants", key.constants());
    }
    data.put("description", key.description());
    return data;
  }

  private static String type(SchemaKey key) {
    return key.constants().isEmpty() ? key.type() : String.join("|", key.constants());
  }
}
