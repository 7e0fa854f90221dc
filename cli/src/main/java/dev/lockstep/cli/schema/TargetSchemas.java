package dev.lockstep.cli.schema;

import dev.lockstep.cli.catalog.KnownSchema;
import dev.lockstep.cli.catalog.RememberedSchemas;
import dev.lockstep.cli.host.CommandException;
import dev.lockstep.cli.host.Host;
import dev.lockstep.cli.run.Target;
import dev.lockstep.descriptor.PipelineDescriptor;
import dev.lockstep.text.Names;
import dev.lockstep.text.Suggestion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The schemas under which the pipelines of a jar or a folder of classes take their secrets. */
final class TargetSchemas {
  private final Path path;
  private final List<KnownSchema> schemas;

  private TargetSchemas(Path path, List<KnownSchema> schemas) {
    this.path = path;
    this.schemas = schemas;
  }

  /**
   * Reads what was named on the command line, and remembers it.
   *
   * @throws CommandException when it is no target or has no pipelines
   */
  static TargetSchemas read(String name, Host host) {
    Target target = Target.of(name, host.workingFolder());
    List<PipelineDescriptor> pipelines = target.pipelines();
    if (pipelines.isEmpty()) {
      throw CommandException.usage(
          target.path()
              + " has no pipelines: there is no META-INF/lockstep in it.\n  Fix: name what the"
              + " compiler wrote, such as target/classes or the jar of it. If it is that, 'lockstep"
              + " run "
              + target.path()
              + "' tells why there is none.");
    }
    new RememberedSchemas(host).see(target.path(), pipelines);
    List<KnownSchema> schemas = KnownSchema.of(pipelines);
    schemas.sort(Comparator.comparing(KnownSchema::type));
    return new TargetSchemas(target.path(), schemas);
  }

  Path path() {
    return path;
  }

  /** Sorted by type. */
  List<KnownSchema> all() {
    return schemas;
  }

  /**
   * The schema of a type, or null when no pipeline has it.
   *
   * @throws CommandException when two pipelines disagree on it
   */
  @Nullable KnownSchema find(String type) {
    List<KnownSchema> found = new ArrayList<>();
    for (KnownSchema schema : schemas) {
      if (schema.type().equals(type)) {
        found.add(schema);
      }
    }
    if (found.size() > 1) {
      throw CommandException.usage(
          path
              + " has different schemas '"
              + type
              + "': its pipelines were compiled from different sources.\n  Fix: compile all of them"
              + " again.");
    }
    return found.isEmpty() ? null : found.get(0);
  }

  CommandException missing(String type) {
    TreeSet<String> types = new TreeSet<>();
    for (KnownSchema schema : schemas) {
      types.add(schema.type());
    }
    return CommandException.usage(
        "No pipeline of "
            + path
            + " takes a secret under a schema '"
            + type
            + "'."
            + Suggestion.didYouMean(type, types)
            + " There are: "
            + Names.list(types)
            + ".");
  }
}
