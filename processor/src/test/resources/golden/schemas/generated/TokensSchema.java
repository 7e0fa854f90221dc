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
import java.util.Optional;
import javax.annotation.processing.Generated;

/**
 * The schema {@code tokens}: reads and writes {@link Tokens}.
 *
 * <p>Generated from {@code golden.schemas.Tokens}.
 */
@Generated("dev.lockstep.processor.LockstepProcessor")
public final class TokensSchema implements Schema<Tokens> {
  private static final List<SchemaKey> KEYS =
      List.of(
          SchemaKey.optional("access_token", "secret"),
          SchemaKey.optional("refresh_token", "secret"));

  /** Creates the schema, which keeps no state. */
  public TokensSchema() {}

  @Override
  public String type() {
    return "tokens";
  }

  @Override
  public List<SchemaKey> keys() {
    return KEYS;
  }

  @Override
  public boolean atLeastOne() {
    return true;
  }

  @Override
  public Tokens read(Secret secret) {
    return new Content(SecretReader.of(this, secret));
  }

  @Override
  public Map<String, SecretValue> write(Tokens value) {
    return new SecretWriter()
        .put("access_token", ValueType.SECRET, value.accessToken())
        .put("refresh_token", ValueType.SECRET, value.refreshToken())
        .values();
  }

  private static final class Content implements Tokens {
    private final Optional<SecretValue> accessToken;
    private final Optional<SecretValue> refreshToken;

    Content(SecretReader in) {
      accessToken = in.optional("access_token", ValueType.SECRET);
      refreshToken = in.optional("refresh_token", ValueType.SECRET);
    }

    @Override
    public Optional<SecretValue> accessToken() {
      return accessToken;
    }

    @Override
    public Optional<SecretValue> refreshToken() {
      return refreshToken;
    }

    @Override
    public String toString() {
      return "Tokens[***]";
    }
  }
}
