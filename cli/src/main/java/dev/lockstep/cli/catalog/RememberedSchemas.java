package dev.lockstep.cli.catalog;

import dev.lockstep.cli.host.Host;
import dev.lockstep.descriptor.PipelineDescriptor;
import dev.lockstep.home.GuardedFile;
import dev.lockstep.home.GuardedFile.Change;
import dev.lockstep.home.HomeException;
import dev.lockstep.home.LockstepHome;
import dev.lockstep.yaml.YamlFormatException;
import dev.lockstep.yaml.YamlMapping;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The schemas of users' pipelines that the command line has seen, in {@code schemas.yaml} of the
 * home: so that a secret of such a type can be stored without the pipeline at hand. It is a help
 * and nothing more: when the file is damaged or cannot be written, that is said and the command
 * goes on.
 */
public final class RememberedSchemas {
  private final Host host;

  public RememberedSchemas(Host host) {
    this.host = host;
  }

  /** All of them, sorted by type and target. */
  public List<RememberedSchema> all() {
    try {
      byte[] content = file().read().orElse(null);
      List<RememberedSchema> all =
          new ArrayList<>(SchemasFormat.read(SchemasFormat.document(content)));
      all.sort(
          Comparator.comparing((RememberedSchema schema) -> schema.schema().type())
              .thenComparing(RememberedSchema::target));
      return all;
    } catch (HomeException e) {
      host.messages().warn("What is remembered of schemas is not used. " + e.getMessage());
      return List.of();
    } catch (YamlFormatException e) {
      host.messages()
          .warn(
              file().path()
                  + ", "
                  + e.getMessage()
                  + ". What it says of schemas is not used, and it is left as it is. Fix: correct"
                  + " that line, or delete the file.");
      return List.of();
    }
  }

  /** Those of a type. */
  public List<RememberedSchema> of(String type) {
    List<RememberedSchema> found = new ArrayList<>();
    for (RememberedSchema schema : all()) {
      if (schema.schema().type().equals(type)) {
        found.add(schema);
      }
    }
    return found;
  }

  /** Remembers the schemas of a target's pipelines, unless they come with Lockstep. */
  public void see(Path target, Collection<PipelineDescriptor> pipelines) {
    Path absolute = host.workingFolder().resolve(target).toAbsolutePath().normalize();
    String mark = TargetMark.of(absolute);
    String now = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    List<RememberedSchema> seen = new ArrayList<>();
    for (KnownSchema schema : KnownSchema.of(pipelines)) {
      if (KnownSchema.builtIn(schema.type()) == null) {
        seen.add(new RememberedSchema(schema, absolute, now, mark));
      }
    }
    if (!seen.isEmpty()) {
      remember(seen);
    }
  }

  private void remember(List<RememberedSchema> seen) {
    try {
      // Most times there is nothing new, and then nobody has to wait for a lock.
      YamlMapping before = SchemasFormat.document(file().read().orElse(null));
      if (!isNew(seen, SchemasFormat.read(before))) {
        return;
      }
      file()
          .update(
              content -> {
                YamlMapping document = SchemasFormat.document(content.orElse(null));
                SchemasFormat.read(document);
                return replaced(SchemasFormat.with(document, seen));
              });
    } catch (HomeException | YamlFormatException e) {
      host.messages()
          .warn(
              "The schemas of "
                  + seen.get(0).target()
                  + " are not remembered: "
                  + (e instanceof YamlFormatException ? file().path() + ", " : "")
                  + e.getMessage());
    }
  }

  /**
   * Forgets a type.
   *
   * @param target what to forget it of, or null for all
   * @throws HomeException when the file cannot be written
   * @throws YamlFormatException when it is damaged
   */
  public void forget(String type, @Nullable Path target) {
    file()
        .update(
            content ->
                replaced(
                    SchemasFormat.without(
                        SchemasFormat.document(content.orElse(null)), type, target)));
  }

  private static boolean isNew(List<RememberedSchema> seen, List<RememberedSchema> known) {
    for (RememberedSchema schema : seen) {
      boolean there = false;
      for (RememberedSchema other : known) {
        there |=
            other.schema().equals(schema.schema())
                && other.target().equals(schema.target())
                && other.mark().equals(schema.mark());
      }
      if (!there) {
        return true;
      }
    }
    return false;
  }

  private static Change<Boolean> replaced(YamlMapping document) {
    return Change.replace(SchemasFormat.text(document).getBytes(StandardCharsets.UTF_8), true);
  }

  private GuardedFile file() {
    return new GuardedFile(LockstepHome.of(host.environment()).root().resolve("schemas.yaml"));
  }
}
