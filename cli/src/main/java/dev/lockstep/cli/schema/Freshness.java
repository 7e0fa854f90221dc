package dev.lockstep.cli.schema;

import dev.lockstep.cli.catalog.RememberedSchema;
import dev.lockstep.cli.catalog.RememberedSchemas;
import dev.lockstep.cli.host.CommandException;
import dev.lockstep.cli.host.Host;
import dev.lockstep.descriptor.DescriptorException;
import java.util.List;

/** Whether what is remembered of schemas is still so. */
final class Freshness {
  private Freshness() {}

  /** What is remembered of a type, after another look at the targets that were built anew. */
  static List<RememberedSchema> refreshed(String type, Host host) {
    RememberedSchemas remembered = new RememberedSchemas(host);
    List<RememberedSchema> before = remembered.of(type);
    boolean looked = false;
    for (RememberedSchema schema : before) {
      if (!schema.unchanged() && !schema.gone()) {
        looked |= look(schema, host);
      }
    }
    return looked ? remembered.of(type) : before;
  }

  /** What to say of one in a list. */
  static String state(RememberedSchema schema) {
    if (schema.unchanged()) {
      return "current";
    }
    return schema.gone() ? "gone" : "changed";
  }

  private static boolean look(RememberedSchema schema, Host host) {
    try {
      TargetSchemas.read(schema.target().toString(), host);
      return true;
    } catch (CommandException | DescriptorException e) {
      // It is no target any more: what was seen of it before is told as stale.
      return false;
    }
  }
}
