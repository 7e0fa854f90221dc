package golden.clashes;

import dev.lockstep.secret.Schema;
import dev.lockstep.secret.SchemaKey;
import dev.lockstep.secret.Secret;
import dev.lockstep.secret.SecretReader;
import dev.lockstep.secret.SecretValue;
import dev.lockstep.secret.SecretWriter;
import java.lang.Override;
import java.lang.String;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.annotation.processing.Generated;

/**
 * The schema {@code odd}: reads and writes {@link Clashes.Odd}.
 *
 * <p>Generated from {@code golden.clashes.Clashes.Odd}.
 */
@Generated("dev.lockstep.processor.LockstepProcessor")
final class Clashes_OddSchema implements Schema<Clashes.Odd> {
  private static final List<SchemaKey> KEYS =
      List.of(
          SchemaKey.required("in", "string"),
          SchemaKey.required("dev", "string"),
          SchemaKey.optional("optional", "string"));

  /** Creates the schema, which keeps no state. */
  Clashes_OddSchema() {}

  @Override
  public String type() {
    return "odd";
  }

  @Override
  public List<SchemaKey> keys() {
    return KEYS;
  }

  @Override
  public Clashes.Odd read(Secret secret) {
    return new Content(SecretReader.of(this, secret));
  }

  @Override
  public Map<String, SecretValue> write(Clashes.Odd value) {
    return new SecretWriter()
        .put("in", dev.lockstep.secret.ValueType.STRING, value.in())
        .put("dev", dev.lockstep.secret.ValueType.STRING, value.dev())
        .put("optional", dev.lockstep.secret.ValueType.STRING, value.Optional())
        .values();
  }

  private static final class Content implements Clashes.Odd {
    private final String in;
    private final String dev_;
    private final Optional<String> Optional_;

    Content(SecretReader in_) {
      in = in_.required("in", dev.lockstep.secret.ValueType.STRING);
      dev_ = in_.required("dev", dev.lockstep.secret.ValueType.STRING);
      Optional_ = in_.optional("optional", dev.lockstep.secret.ValueType.STRING);
    }

    @Override
    public String in() {
      return in;
    }

    @Override
    public String dev() {
      return dev_;
    }

    @Override
    public Optional<String> Optional() {
      return Optional_;
    }

    @Override
    public String toString() {
      return "Odd[***]";
    }
  }
}
