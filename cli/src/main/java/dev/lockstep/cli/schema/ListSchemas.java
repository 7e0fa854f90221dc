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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** {@code lockstep schema list}. */
final class ListSchemas extends Command {
  private static final String BUILT_IN = "built-in";

  @Override
  protected void describe(CommandSpec spec) {
    spec.usageMessage()
        .description(
            "List the schemas that secrets can have: those that come with Lockstep, and those that"
                + " were seen in pipelines. With TARGET, those of its pipelines, which are"
                + " remembered then.");
    Options.positional(spec, "TARGET", false, "a jar, or a folder of classes");
    Options.output(spec);
  }

  @Override
  protected int run(Arguments arguments, Host host) {
    OutputFormat format = arguments.output();
    List<Map<String, Object>> data = new ArrayList<>();
    Table table = new Table("TYPE", "KEYS", "FROM", "DESCRIPTION");
    String target = arguments.positional(0);
    if (target == null) {
      for (KnownSchema schema : Schemas.builtIn()) {
        add(schema, BUILT_IN, null, data, table);
      }
      for (RememberedSchema schema : new RememberedSchemas(host).all()) {
        add(schema.schema(), schema.target().toString(), schema, data, table);
      }
    } else {
      TargetSchemas schemas = TargetSchemas.read(target, host);
      for (KnownSchema schema : schemas.all()) {
        add(schema, schemas.path().toString(), null, data, table);
      }
    }
    Report.write(host, format, data, table);
    if (data.isEmpty()) {
      host.messages().say("No pipeline of " + target + " takes a secret under a schema.");
    }
    return ExitCode.SUCCESS;
  }

  private static void add(
      KnownSchema schema,
      String from,
      @Nullable RememberedSchema remembered,
      List<Map<String, Object>> data,
      Table table) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("type", schema.type());
    entry.put("description", schema.description());
    entry.put("keys", schema.keyNames());
    entry.put("from", from);
    String shown = from.equals(BUILT_IN) ? "built in" : from;
    if (remembered != null) {
      String state = Freshness.state(remembered);
      entry.put("seen", remembered.seen());
      entry.put("state", state);
      if (!state.equals("current")) {
        shown = shown + " (" + state + ")";
      }
    }
    data.add(entry);
    table.row(
        schema.type(),
        schema.keys().isEmpty() ? "any" : String.join(", ", schema.keyNames()),
        shown,
        schema.description());
  }
}
