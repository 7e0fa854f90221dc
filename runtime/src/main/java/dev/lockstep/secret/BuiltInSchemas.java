package dev.lockstep.secret;

import java.util.List;

/** The schemas that come with Lockstep. */
public final class BuiltInSchemas {
  /** Their types, sorted, without {@link Secret#ARBITRARY}, which has no keys of its own. */
  public static final List<String> TYPES =
      List.of("aws", "azure", "basic_auth", "gcp", "mysql", "postgres");

  private BuiltInSchemas() {}
}
