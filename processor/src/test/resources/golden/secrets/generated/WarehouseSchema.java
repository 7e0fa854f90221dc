package golden.secrets;

import dev.lockstep.secret.Schema;
import dev.lockstep.secret.SchemaKey;
import dev.lockstep.secret.Secret;
import dev.lockstep.secret.SecretReader;
import dev.lockstep.secret.SecretValue;
import dev.lockstep.secret.SecretWriter;
import dev.lockstep.secret.ValueType;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.annotation.processing.Generated;

/**
 * The schema {@code warehouse}: reads and writes {@link Warehouse}.
 *
 * <p>Generated from {@code golden.secrets.Warehouse}.
 */
@Generated("dev.lockstep.processor.LockstepProcessor")
public final class WarehouseSchema implements Schema<Warehouse> {
  private static final List<SchemaKey> KEYS =
      List.of(
          SchemaKey.required("url", "uri"),
          SchemaKey.required("username", "string"),
          SchemaKey.required("password", "secret"),
          SchemaKey.optional("token", "secret"),
          SchemaKey.optional("port", "int"));

  /** Creates the schema, which keeps no state. */
  public WarehouseSchema() {}

  @Override
  public String type() {
    return "warehouse";
  }

  @Override
  public List<SchemaKey> keys() {
    return KEYS;
  }

  @Override
  public Warehouse read(Secret secret) {
    return new Content(SecretReader.of(this, secret));
  }

  @Override
  public Map<String, SecretValue> write(Warehouse value) {
    return new SecretWriter()
        .put("url", ValueType.URI, value.url())
        .put("username", ValueType.STRING, value.username())
        .put("password", ValueType.SECRET, value.password())
        .put("token", ValueType.SECRET, value.token())
        .put("port", ValueType.INT, value.port())
        .values();
  }

  private static final class Content implements Warehouse {
    private final URI url;
    private final String username;
    private final SecretValue password;
    private final Optional<SecretValue> token;
    private final Optional<Integer> port;

    Content(SecretReader in) {
      url = in.required("url", ValueType.URI);
      username = in.required("username", ValueType.STRING);
      password = in.required("password", ValueType.SECRET);
      token = in.optional("token", ValueType.SECRET);
      port = in.optional("port", ValueType.INT);
    }

    @Override
    public URI url() {
      return url;
    }

    @Override
    public String username() {
      return username;
    }

    @Override
    public SecretValue password() {
      return password;
    }

    @Override
    public Optional<SecretValue> token() {
      return token;
    }

    @Override
    public int port() {
      return port.isPresent() ? port.get() : Warehouse.super.port();
    }

    @Override
    public String toString() {
      return "Warehouse[***]";
    }
  }
}
