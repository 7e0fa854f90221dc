package dev.lockstep.secret;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The schemas that come with Lockstep. */
public final class BuiltInSchemas {
  /** Their types, sorted, without {@link Secret#ARBITRARY}, which has no keys of its own. */
  public static final List<String> TYPES =
      List.of("aws", "azure", "basic_auth", "gcp", "mysql", "postgres");

  private BuiltInSchemas() {}

  /** The schema of a type, or null when it is none of these. */
  public static @Nullable Schema<?> find(String type) {
    return switch (type) {
      case "aws" -> new AwsSecretSchema();
      case "azure" -> new AzureSecretSchema();
      case "basic_auth" -> new BasicAuthSecretSchema();
      case "gcp" -> new GcpSecretSchema();
      case "mysql" -> new MysqlSecretSchema();
      case "postgres" -> new PostgresSecretSchema();
      default -> null;
    };
  }
}
