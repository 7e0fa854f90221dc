package golden.schemas;

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
 * The schema {@code named}: reads and writes {@link Named}.
 *
 * <p>Generated from {@code golden.schemas.Named}.
 */
@Generated("dev.lockstep.processor.LockstepProcessor")
final class NamedSchema implements Schema<Named> {
  private static final List<SchemaKey> KEYS =
      List.of(
          SchemaKey.required("display_name", "string"));

  /** Creates the schema, which keeps no state. */
  NamedSchema() {}

  @Override
  public String type() {
    return "named";
  }

  @Override
  public List<SchemaKey> keys() {
    return KEYS;
  }

  @Override
  public Named read(Secret secret) {
    return new Content(SecretReader.of(this, secret));
  }

  @Override
  public Map<String, SecretValue> write(Named value) {
    return new SecretWriter()
        .put("display_name", ValueType.STRING, value.displayName())
        .values();
  }

  private static final class Content implements Named {
    private final String displayName;

    Content(SecretReader in) {
      displayName = in.required("display_name", ValueType.STRING);
    }

    @Override
    public String displayName() {
      return displayName;
    }

    @Override
    public String toString() {
      return "Named[***]";
    }
  }
}
