package golden.newsletter;

import dev.lockstep.secret.Schema;
import dev.lockstep.secret.SchemaKey;
import dev.lockstep.secret.Secret;
import dev.lockstep.secret.SecretReader;
import dev.lockstep.secret.SecretValue;
import dev.lockstep.secret.SecretWriter;
import dev.lockstep.secret.ValueType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.annotation.processing.Generated;

/**
 * The schema {@code mailbox}: reads and writes {@link Mailbox}.
 *
 * <p>Generated from {@code golden.newsletter.Mailbox}.
 */
@Generated("dev.lockstep.processor.LockstepProcessor")
public final class MailboxSchema implements Schema<Mailbox> {
  private static final List<SchemaKey> KEYS =
      List.of(
          SchemaKey.required("user", "string").unmasked(),
          SchemaKey.required("password", "secret"),
          SchemaKey.optional("port", "int"));

  /** Creates the schema, which keeps no state. */
  public MailboxSchema() {}

  @Override
  public String type() {
    return "mailbox";
  }

  @Override
  public List<SchemaKey> keys() {
    return KEYS;
  }

  @Override
  public Mailbox read(Secret secret) {
    return new Content(SecretReader.of(this, secret));
  }

  @Override
  public Map<String, SecretValue> write(Mailbox value) {
    return new SecretWriter()
        .put("user", ValueType.STRING, value.user())
        .put("password", ValueType.SECRET, value.password())
        .put("port", ValueType.INT, value.port())
        .values();
  }

  private static final class Content implements Mailbox {
    private final String user;
    private final SecretValue password;
    private final Optional<Integer> port;

    Content(SecretReader in) {
      user = in.required("user", ValueType.STRING);
      password = in.required("password", ValueType.SECRET);
      port = in.optional("port", ValueType.INT);
    }

    @Override
    public String user() {
      return user;
    }

    @Override
    public SecretValue password() {
      return password;
    }

    @Override
    public int port() {
      return port.isPresent() ? port.get() : Mailbox.super.port();
    }

    @Override
    public String toString() {
      return "Mailbox[***]";
    }
  }
}
