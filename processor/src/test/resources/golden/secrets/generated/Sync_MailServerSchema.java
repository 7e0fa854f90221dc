package golden.secrets;

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
 * The schema {@code mail_server}: reads and writes {@link Sync.MailServer}.
 *
 * <p>Generated from {@code golden.secrets.Sync.MailServer}.
 */
@Generated("dev.lockstep.processor.LockstepProcessor")
final class Sync_MailServerSchema implements Schema<Sync.MailServer> {
  private static final List<SchemaKey> KEYS =
      List.of(
          SchemaKey.required("host", "string"),
          SchemaKey.required("password", "secret"));

  /** Creates the schema, which keeps no state. */
  Sync_MailServerSchema() {}

  @Override
  public String type() {
    return "mail_server";
  }

  @Override
  public List<SchemaKey> keys() {
    return KEYS;
  }

  @Override
  public Sync.MailServer read(Secret secret) {
    return new Content(SecretReader.of(this, secret));
  }

  @Override
  public Map<String, SecretValue> write(Sync.MailServer value) {
    return new SecretWriter()
        .put("host", ValueType.STRING, value.host())
        .put("password", ValueType.SECRET, value.password())
        .values();
  }

  private static final class Content implements Sync.MailServer {
    private final String host;
    private final SecretValue password;

    Content(SecretReader in) {
      host = in.required("host", ValueType.STRING);
      password = in.required("password", ValueType.SECRET);
    }

    @Override
    public String host() {
      return host;
    }

    @Override
    public SecretValue password() {
      return password;
    }

    @Override
    public String toString() {
      return "MailServer[***]";
    }
  }
}
