package golden.schemas;

import dev.lockstep.secret.Schema;
import dev.lockstep.secret.SchemaKey;
import dev.lockstep.secret.Secret;
import dev.lockstep.secret.SecretReader;
import dev.lockstep.secret.SecretValue;
import dev.lockstep.secret.SecretWriter;
import dev.lockstep.secret.ValueType;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.annotation.processing.Generated;

/**
 * The schema {@code everything}: reads and writes {@link Everything}.
 *
 * <p>Generated from {@code golden.schemas.Everything}.
 */
@Generated("dev.lockstep.processor.LockstepProcessor")
public final class EverythingSchema implements Schema<Everything> {
  private static final List<SchemaKey> KEYS =
      List.of(
          SchemaKey.required("display_name", "string"),
          SchemaKey.required("username", "string").unmasked()
              .withDescription("Who signs in."),
          SchemaKey.required("password", "secret"),
          SchemaKey.required("client-pin", "chars").withEnv("PIN").withPattern("[0-9]{4}"),
          SchemaKey.required("certificate", "bytes"),
          SchemaKey.required("ssl", "boolean"),
          SchemaKey.required("port", "int"),
          SchemaKey.required("size", "long"),
          SchemaKey.required("ratio", "double"),
          SchemaKey.required("url", "uri"),
          SchemaKey.required("file", "path"),
          SchemaKey.required("pause", "duration"),
          SchemaKey.required("mode", "enum").withConstants("FAST", "SAFE"),
          SchemaKey.optional("nickname", "string"),
          SchemaKey.optional("old_pin", "chars"),
          SchemaKey.optional("retries", "int"),
          SchemaKey.optional("other_mode", "enum").withConstants("FAST", "SAFE"),
          SchemaKey.optional("salt", "bytes"),
          SchemaKey.optional("limit", "long"),
          SchemaKey.optional("timeout", "duration"));

  /** Creates the schema, which keeps no state. */
  public EverythingSchema() {}

  @Override
  public String type() {
    return "everything";
  }

  @Override
  public String description() {
    return "A \"secret\" of every kind.";
  }

  @Override
  public List<SchemaKey> keys() {
    return KEYS;
  }

  @Override
  public Everything read(Secret secret) {
    return new Content(SecretReader.of(this, secret));
  }

  @Override
  public Map<String, SecretValue> write(Everything value) {
    return new SecretWriter()
        .put("display_name", ValueType.STRING, value.displayName())
        .put("username", ValueType.STRING, value.username())
        .put("password", ValueType.SECRET, value.password())
        .put("client-pin", ValueType.CHARS, value.pin())
        .put("certificate", ValueType.BYTES, value.certificate())
        .put("ssl", ValueType.BOOLEAN, value.ssl())
        .put("port", ValueType.INT, value.port())
        .put("size", ValueType.LONG, value.size())
        .put("ratio", ValueType.DOUBLE, value.ratio())
        .put("url", ValueType.URI, value.url())
        .put("file", ValueType.PATH, value.file())
        .put("pause", ValueType.DURATION, value.pause())
        .put("mode", ValueType.enumOf(Everything.Mode.class), value.mode())
        .put("nickname", ValueType.STRING, value.nickname())
        .put("old_pin", ValueType.CHARS, value.oldPin())
        .put("retries", ValueType.INT, value.retries())
        .put("other_mode", ValueType.enumOf(Everything.Mode.class), value.otherMode())
        .put("salt", ValueType.BYTES, value.salt())
        .put("limit", ValueType.LONG, value.limit())
        .put("timeout", ValueType.DURATION, value.timeout())
        .values();
  }

  private static final class Content implements Everything {
    private final String displayName;
    private final String username;
    private final SecretValue password;
    private final char[] pin;
    private final byte[] certificate;
    private final boolean ssl;
    private final int port;
    private final long size;
    private final double ratio;
    private final URI url;
    private final Path file;
    private final Duration pause;
    private final Everything.Mode mode;
    private final Optional<String> nickname;
    private final Optional<char[]> oldPin;
    private final Optional<Integer> retries;
    private final Optional<Everything.Mode> otherMode;
    private final Optional<byte[]> salt;
    private final Optional<Long> limit;
    private final Optional<Duration> timeout;

    Content(SecretReader in) {
      displayName = in.required("display_name", ValueType.STRING);
      username = in.required("username", ValueType.STRING);
      password = in.required("password", ValueType.SECRET);
      pin = in.required("client-pin", ValueType.CHARS);
      certificate = in.required("certificate", ValueType.BYTES);
      ssl = in.required("ssl", ValueType.BOOLEAN);
      port = in.required("port", ValueType.INT);
      size = in.required("size", ValueType.LONG);
      ratio = in.required("ratio", ValueType.DOUBLE);
      url = in.required("url", ValueType.URI);
      file = in.required("file", ValueType.PATH);
      pause = in.required("pause", ValueType.DURATION);
      mode = in.required("mode", ValueType.enumOf(Everything.Mode.class));
      nickname = in.optional("nickname", ValueType.STRING);
      oldPin = in.optional("old_pin", ValueType.CHARS);
      retries = in.optional("retries", ValueType.INT);
      otherMode = in.optional("other_mode", ValueType.enumOf(Everything.Mode.class));
      salt = in.optional("salt", ValueType.BYTES);
      limit = in.optional("limit", ValueType.LONG);
      timeout = in.optional("timeout", ValueType.DURATION);
    }

    @Override
    public String displayName() {
      return displayName;
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
    public char[] pin() {
      return pin.clone();
    }

    @Override
    public byte[] certificate() {
      return certificate.clone();
    }

    @Override
    public boolean ssl() {
      return ssl;
    }

    @Override
    public int port() {
      return port;
    }

    @Override
    public long size() {
      return size;
    }

    @Override
    public double ratio() {
      return ratio;
    }

    @Override
    public URI url() {
      return url;
    }

    @Override
    public Path file() {
      return file;
    }

    @Override
    public Duration pause() {
      return pause;
    }

    @Override
    public Everything.Mode mode() {
      return mode;
    }

    @Override
    public Optional<String> nickname() {
      return nickname;
    }

    @Override
    public Optional<char[]> oldPin() {
      return oldPin.map(char[]::clone);
    }

    @Override
    public Optional<Integer> retries() {
      return retries;
    }

    @Override
    public Optional<Everything.Mode> otherMode() {
      return otherMode;
    }

    @Override
    public byte[] salt() {
      return salt.isPresent() ? salt.get().clone() : Everything.super.salt();
    }

    @Override
    public long limit() {
      return limit.isPresent() ? limit.get() : Everything.super.limit();
    }

    @Override
    public Optional<Duration> timeout() {
      return timeout.isPresent() ? timeout : Everything.super.timeout();
    }

    @Override
    public String toString() {
      return "Everything[***]";
    }
  }
}
