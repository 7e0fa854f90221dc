package dev.lockstep.cli.secret;

import dev.lockstep.cli.catalog.KnownSchema;
import dev.lockstep.cli.command.Arguments;
import dev.lockstep.cli.command.Command;
import dev.lockstep.cli.command.Options;
import dev.lockstep.cli.host.Host;
import dev.lockstep.cli.host.Report;
import dev.lockstep.cli.output.OutputFormat;
import dev.lockstep.cli.output.Table;
import dev.lockstep.cli.schema.Schemas;
import dev.lockstep.run.console.ExitCode;
import dev.lockstep.secret.SchemaCheck;
import dev.lockstep.secret.SchemaKey;
import dev.lockstep.secret.Secret;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** {@code lockstep secret describe}. */
final class DescribeSecret extends Command {
  @Override
  protected void describe(CommandSpec spec) {
    spec.usageMessage()
        .description(
            "Show a secret's type, version and keys, and how they fit its schema. No value is"
                + " shown, not even masked.");
    Options.positional(spec, "NAME", true, "the secret's name");
    Options.output(spec);
    Schemas.describe(spec);
    UsedSecretsManager.options(spec);
  }

  @Override
  protected int run(Arguments arguments, Host host) {
    OutputFormat format = arguments.output();
    Schemas schemas = Schemas.of(arguments, host);
    try (UsedSecretsManager used = UsedSecretsManager.open(arguments, host)) {
      Secret secret = used.get(arguments.requiredPositional(0));
      show(secret, schemas.known(secret.type()), used.name(), format, host);
    }
    return ExitCode.SUCCESS;
  }

  private static void show(
      Secret secret, @Nullable KnownSchema schema, String manager, OutputFormat format, Host host) {
    Table keyTable = new Table("KEY", "TYPE", "IN SCHEMA", "STORED");
    List<Map<String, Object>> keys = new ArrayList<>();
    boolean fixed = schema != null && !schema.keys().isEmpty();
    Set<String> stored = secret.values().keySet();
    List<SchemaKey> schemaKeys = schema == null ? List.of() : schema.keys();
    for (SchemaKey key : schemaKeys) {
      add(
          key.name(),
          key.type(),
          key.required() ? "required" : "optional",
          stored.contains(key.name()),
          keys,
          keyTable);
    }
    for (String key : stored) {
      if (schema == null || !schema.keyNames().contains(key)) {
        add(key, "", fixed ? "unknown" : schema == null ? "" : "any", true, keys, keyTable);
      }
    }
    List<String> problems =
        schema == null ? List.of() : SchemaCheck.problems(schemaKeys, schema.atLeastOne(), secret);
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("name", secret.name());
    data.put("type", secret.type());
    String version = secret.version().orElse("");
    if (!version.isEmpty()) {
      data.put("version", version);
    }
    data.put("secrets_manager", manager);
    data.put("schema_known", schema != null);
    data.put("problems", problems);
    data.put("keys", keys);
    Report.write(
        host,
        format,
        data,
        new Table("NAME", "TYPE", "VERSION", "SECRETS MANAGER")
            .row(secret.name(), secret.type(), version, manager),
        keyTable);
    if (format == OutputFormat.TABLE) {
      say(secret, schema, problems, host);
    }
  }

  private static void add(
      String name,
      String type,
      String inSchema,
      boolean stored,
      List<Map<String, Object>> data,
      Table table) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("name", name);
    if (!type.isEmpty()) {
      entry.put("type", type);
    }
    if (!inSchema.isEmpty()) {
      entry.put("in_schema", inSchema);
    }
    entry.put("stored", stored);
    data.add(entry);
    table.row(name, type, inSchema, stored ? "yes" : "no");
  }

  private static void say(
      Secret secret, @Nullable KnownSchema schema, List<String> problems, Host host) {
    if (schema == null) {
      host.messages()
          .say(
              "The schema '"
                  + secret.type()
                  + "' is not known here. --schemas TARGET, the jar or folder of its pipeline,"
                  + " tells which keys it has.");
    }
    for (String problem : problems) {
      host.messages().warn("It does not fit its schema: " + problem + ".");
    }
  }
}
