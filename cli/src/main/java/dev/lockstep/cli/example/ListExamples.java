package dev.lockstep.cli.example;

import dev.lockstep.cli.command.Arguments;
import dev.lockstep.cli.command.Command;
import dev.lockstep.cli.command.Options;
import dev.lockstep.cli.host.Host;
import dev.lockstep.cli.host.Report;
import dev.lockstep.cli.output.OutputFormat;
import dev.lockstep.cli.output.Table;
import dev.lockstep.run.console.ExitCode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;

/** {@code lockstep example list}. */
final class ListExamples extends Command {
  @Override
  protected void describe(CommandSpec spec) {
    spec.usageMessage().description("List the examples.");
    Options.output(spec);
  }

  @Override
  protected int run(Arguments arguments, Host host) throws IOException {
    OutputFormat format = arguments.output();
    List<Map<String, String>> data = new ArrayList<>();
    Table table = new Table("EXAMPLE", "DESCRIPTION");
    for (Example example : Checkout.of(host).examples()) {
      Map<String, String> entry = new LinkedHashMap<>();
      entry.put("name", example.name());
      entry.put("description", example.description());
      entry.put("folder", example.folder().toString());
      data.add(entry);
      table.row(example.name(), example.description());
    }
    Report.write(host, format, data, table);
    return ExitCode.SUCCESS;
  }
}
