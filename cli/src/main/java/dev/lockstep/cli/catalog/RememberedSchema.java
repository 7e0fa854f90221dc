package dev.lockstep.cli.catalog;

import java.nio.file.Path;

/**
 * A schema that was seen in a jar or a folder of classes.
 *
 * @param schema what it demands
 * @param target where it was seen
 * @param seen when, as ISO 8601 in UTC
 * @param mark what the target looked like then, see {@link TargetMark}
 */
public record RememberedSchema(KnownSchema schema, Path target, String seen, String mark) {
  /** Whether the target still looks as it did. */
  public boolean unchanged() {
    return mark.equals(TargetMark.of(target));
  }

  /** Whether the target is there no more. */
  public boolean gone() {
    return TargetMark.of(target).isEmpty();
  }
}
