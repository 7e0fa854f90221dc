package dev.lockstep.cli.schema;

import dev.lockstep.cli.catalog.KnownSchema;
import dev.lockstep.cli.catalog.RememberedSchema;
import dev.lockstep.cli.catalog.RememberedSchemas;
import dev.lockstep.cli.command.Arguments;
import dev.lockstep.cli.command.Options;
import dev.lockstep.cli.host.CommandException;
import dev.lockstep.cli.host.Host;
import dev.lockstep.secret.BuiltInSchemas;
import dev.lockstep.secret.Secret;
import dev.lockstep.text.Names;
import dev.lockstep.text.Suggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/**
 * The schemas that a command knows: of the target that it was given, those that come with Lockstep,
 * and those that were seen before. Each is looked for only when the ones before did not have it.
 */
public final class Schemas {
  private final Host host;
  private final @Nullable TargetSchemas target;

  private Schemas(Host host, @Nullable TargetSchemas target) {
    this.host = host;
    this.target = target;
  }

  /** Adds {@code --schemas TARGET}. */
  public static void describe(CommandSpec spec) {
    Options.text(
        spec,
        "TARGET",
        "take schemas from the pipelines of this jar or folder of classes",
        "--schemas");
  }

  /** The schemas of a command with {@link #describe}'s option. */
  public static Schemas of(Arguments arguments, Host host) {
    return of(arguments.text("--schemas"), host);
  }

  static Schemas of(@Nullable String target, Host host) {
    return new Schemas(host, target == null ? null : TargetSchemas.read(target, host));
  }

  static List<KnownSchema> builtIn() {
    List<KnownSchema> all = new ArrayList<>();
    for (String type : builtInTypes()) {
      KnownSchema schema = KnownSchema.builtIn(type);
      if (schema != null) {
        all.add(schema);
      }
    }
    return all;
  }

  /**
   * The schema of a type that was named on the command line.
   *
   * @throws CommandException when there is none, or when two that differ are remembered
   */
  public KnownSchema find(String type) {
    KnownSchema schema = target == null ? null : target.find(type);
    if (schema == null) {
      schema = KnownSchema.builtIn(type);
    }
    if (schema == null && target != null) {
      throw target.missing(type);
    }
    if (schema == null) {
      schema = remembered(type);
    }
    if (schema == null) {
      throw unknown(type);
    }
    return schema;
  }

  /**
   * The schema of a stored secret, or null when its type is not known here.
   *
   * @throws CommandException when two that differ are remembered
   */
  public @Nullable KnownSchema known(String type) {
    KnownSchema schema = target == null ? null : target.find(type);
    if (schema == null) {
      schema = KnownSchema.builtIn(type);
    }
    return schema == null ? remembered(type) : schema;
  }

  private @Nullable KnownSchema remembered(String type) {
    List<RememberedSchema> all = Freshness.refreshed(type, host);
    List<RememberedSchema> current = new ArrayList<>();
    for (RememberedSchema schema : all) {
      if (schema.unchanged()) {
        current.add(schema);
      }
    }
    List<RememberedSchema> candidates = current.isEmpty() ? all : current;
    List<KnownSchema> different = new ArrayList<>();
    for (RememberedSchema candidate : candidates) {
      if (!candidate.schema().isIn(different)) {
        different.add(candidate.schema());
      }
    }
    if (different.isEmpty()) {
      return null;
    }
    if (different.size() > 1) {
      throw ambiguous(type, candidates);
    }
    if (current.isEmpty()) {
      RememberedSchema stale = candidates.get(0);
      host.messages()
          .warn(
              "The schema '"
                  + type
                  + "' may be out of date: it was seen on "
                  + stale.seen()
                  + " in "
                  + stale.target()
                  + ", which "
                  + (stale.gone() ? "is gone" : "has it no more")
                  + ". --schemas TARGET takes it from somewhere else.");
    }
    return different.get(0);
  }

  private static CommandException ambiguous(String type, List<RememberedSchema> candidates) {
    StringBuilder text =
        new StringBuilder("Schemas '").append(type).append("' that differ are known:");
    for (RememberedSchema candidate : candidates) {
      text.append("\n  - of ")
          .append(candidate.target())
          .append(", seen on ")
          .append(candidate.seen())
          .append(", with the keys ")
          .append(Names.list(candidate.schema().keyNames()));
    }
    return CommandException.usage(
        text.append("\n  Fix: say which one counts with --schemas TARGET, or drop one: lockstep")
            .append(" schema forget ")
            .append(type)
            .append(' ')
            .append(quoted(candidates.get(0).target().toString()))
            .toString());
  }

  /** As a shell takes it for one word. */
  private static String quoted(String path) {
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      if (!Character.isLetterOrDigit(c) && "/._-+".indexOf(c) < 0) {
        return "'" + path.replace("'", "'\\''") + "'";
      }
    }
    return path;
  }

  private CommandException unknown(String type) {
    TreeSet<String> types = new TreeSet<>(builtInTypes());
    for (RememberedSchema schema : new RememberedSchemas(host).all()) {
      types.add(schema.schema().type());
    }
    return CommandException.usage(
        "There is no schema '"
            + type
            + "'."
            + Suggestion.didYouMean(type, types)
            + " There are: "
            + String.join(", ", types)
            + ".\n  Fix: one of a pipeline of yours is found with --schemas TARGET, a jar or folder"
            + " of classes; without a schema a secret takes any keys.");
  }

  private static List<String> builtInTypes() {
    List<String> types = new ArrayList<>(BuiltInSchemas.TYPES);
    types.add(0, Secret.ARBITRARY);
    return types;
  }
}
