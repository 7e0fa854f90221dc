package dev.lockstep.secret;

import java.util.List;
import java.util.Map;
import javax.annotation.processing.Generated;

/**
 * The schema {@code gcp}: reads and writes {@link GcpSecret}.
 *
 * <p>Generated from {@code dev.lockstep.secret.GcpSecret}.
 */
@Generated("dev.lockstep.processor.LockstepProcessor")
public final class GcpSecretSchema implements Schema<GcpSecret> {
  private static final List<SchemaKey> KEYS =
      List.of(
          SchemaKey.required("token", "secret")
              .withDescription("The content of a service account's key file, which is JSON."));

  /** Creates the schema, which keeps no state. */
  public GcpSecretSchema() {}

  @Override
  public String type() {
    return "gcp";
  }

  @Override
  public String description() {
    return "Credentials for Google Cloud.";
  }

  @Override
  public List<SchemaKey> keys() {
    return KEYS;
  }

  @Override
  public GcpSecret read(Secret secret) {
    return new Content(SecretReader.of(this, secret));
  }

  @Override
  public Map<String, SecretValue> write(GcpSecret value) {
    return new SecretWriter()
        .put("token", ValueType.SECRET, value.token())
        .values();
  }

  private static final class Content implements GcpSecret {
    private final SecretValue token;

    Content(SecretReader in) {
      token = in.required("token", ValueType.SECRET);
    }

    @Override
    public SecretValue token() {
      return token;
    }

    @Override
    public String toString() {
      return "GcpSecret[***]";
    }
  }
}
