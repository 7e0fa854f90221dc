package golden.nested;

import dev.lockstep.secret.Schema;
import dev.lockstep.secret.SchemaKey;
import dev.lockstep.secret.Secret;
import dev.lockstep.secret.SecretReader;
import dev.lockstep.secret.SecretValue;
import dev.lockstep.secret.SecretWriter;
import dev.lockstep.secret.ValueType;
import java.util.List;
import java.util.Map;
import javax.annotation.processing.Generated;

/**
 * The schema {@code database}: reads and writes {@link Outer.Database}.
 *
 * <p>Generated from {@code golden.nested.Outer.Database}.
 */
@Generated("dev.lockstep.processor.LockstepProcessor")
final class Outer_DatabaseSchema implements Schema<Outer.Database> {
  private static final List<SchemaKey> KEYS =
      List.of(
          SchemaKey.required("url", "string"));

  /** Creates the schema, which keeps no state. */
  Outer_DatabaseSchema() {}

  @Override
  public String type() {
    return "database";
  }

  @Override
  public List<SchemaKey> keys() {
    return KEYS;
  }

  @Override
  public Outer.Database read(Secret secret) {
    return new Content(SecretReader.of(this, secret));
  }

  @Override
  public Map<String, SecretValue> write(Outer.Database value) {
    return new SecretWriter()
        .put("url", ValueType.STRING, value.url())
        .values();
  }

  private static final class Content implements Outer.Database {
    private final String url;

    Content(SecretReader in) {
      url = in.required("url", ValueType.STRING);
    }

    @Override
    public String url() {
      return url;
    }

    @Override
    public String toString() {
      return "Database[***]";
    }
  }
}
