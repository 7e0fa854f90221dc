package dev.lockstep.cli.schema;

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

/** {@code lockstep schema list}. */
final class ListSchemas extends Command {
  @Override
  protected void describe(CommandSpec spec) {
    spec.usageMessage().description("List the schemas that secrets can have.");
    Options.output(spec);
  }

  @Override
  protected int run(Arguments arguments, Host host) {
    OutputFormat format = arguments.output();
    List<Map<String, Object>> data = new ArrayList<>();
    Table table = new Table("TYPE", "KEYS", "DESCRIPTION");
    for (KnownSchema schema : Schemas.all()) {
      List<String> keys = new ArrayList<>();
      for (SchemaKey key : schema.keys()) {
        keys.add(key.name());
      }
      Map<String, Object> entry = new LinkedHashMap<>();
      entry.put("type", schema.type());
      entry.put("description", schema.description());
      entry.put("keys", keys);
      data.add(entry);
      table.row(
          schema.type(),
          schema.keys().isEmpty() ? "any" : String.join(", ", keys),
          schema.description());
    }
    Report.write(host, format, data, table);
    return ExitCode.SUCCESS;
  }
}
