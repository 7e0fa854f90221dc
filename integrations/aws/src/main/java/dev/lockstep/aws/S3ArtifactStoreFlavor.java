package dev.lockstep.aws;

import dev.lockstep.artifact.ArtifactStore;
import dev.lockstep.artifact.bucket.BucketLocation;
import dev.lockstep.secret.SecretValue;
import dev.lockstep.stack.ComponentContext;
import dev.lockstep.stack.ComponentFlavor;
import dev.lockstep.stack.ComponentType;
import dev.lockstep.stack.FlavorOption;
import dev.lockstep.stack.Options;
import dev.lockstep.stack.SecretReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The flavor {@code s3} of artifact stores. */
public final class S3ArtifactStoreFlavor implements ComponentFlavor<ArtifactStore> {
  private static final String SECRET = "authentication_secret";

  /**
   * The access key's attributes, each with what a secret of the type {@code aws} calls it, in the
   * order in which messages have them.
   */
  private static final List<Map.Entry<String, String>> KEYS =
      List.of(
          Map.entry("access_key_id", "aws_access_key_id"),
          Map.entry("secret_access_key", "aws_secret_access_key"),
          // Only temporary ones have it.
          Map.entry("session_token", "aws_session_token?"));

  /** For {@link java.util.ServiceLoader}. */
  public S3ArtifactStoreFlavor() {}

  @Override
  public ComponentType type() {
    return ComponentType.ARTIFACT_STORE;
  }

  @Override
  public String name() {
    return "s3";
  }

  @Override
  public String description() {
    return "Artifacts in Amazon S3, or what speaks its protocol.";
  }

  @Override
  public List<FlavorOption> options() {
    List<FlavorOption> options = new ArrayList<>();
    options.add(FlavorOption.required("bucket", "text", "The bucket; it has to exist."));
    options.add(
        FlavorOption.optional(
            "prefix", "text", "A folder in the bucket; default: the bucket itself."));
    options.addAll(AwsSettings.options());
    options.add(
        FlavorOption.withDefault(
            "path_style",
            "boolean",
            "false",
            "The bucket in the path instead of the host's name, as stores beside AWS want it."));
    options.add(
        FlavorOption.optional(
            SECRET,
            "text",
            "A secret of the type aws in the stack's secrets manager, whose access key is used."));
    options.add(
        FlavorOption.optional(
                "access_key_id",
                "text",
                "An access key, better as {{aws.aws_access_key_id}}; default: what the environment,"
                    + " the profile, or the machine's role has.")
            .asSensitive());
    options.add(
        FlavorOption.optional(
                "secret_access_key", "text", "Its secret, better as {{aws.aws_secret_access_key}}.")
            .asSensitive());
    options.add(
        FlavorOption.optional(
                "session_token",
                "text",
                "Its token, if it is temporary: {{aws.aws_session_token}}.")
            .asSensitive());
    options.add(
        FlavorOption.withDefault(
            "attempts", "int", "5", "How often a call is made that fails for a passing reason."));
    options.add(
        FlavorOption.withDefault(
            "timeout", "duration", "PT30S", "How long to wait for a connection and each answer."));
    return List.copyOf(options);
  }

  @Override
  public Map<String, String> implied(Map<String, String> attributes) {
    String secret = attributes.get(SECRET);
    Map<String, String> implied = new LinkedHashMap<>();
    if (secret != null) {
      for (Map.Entry<String, String> key : KEYS) {
        String reference = "{{" + secret + "." + key.getValue() + "}}";
        if (SecretReference.isReference(reference)) {
          implied.put(key.getKey(), reference);
        }
      }
    }
    return implied;
  }

  @Override
  public ArtifactStore create(ComponentContext context) {
    Options options = Options.of(this, context);
    BucketLocation location =
        BucketLocation.of(
            "S3", "s3", options.text("bucket"), options.optional("prefix").orElse(""));
    if (options.number("attempts") < 1) {
      throw new IllegalArgumentException("the attribute 'attempts' is less than 1");
    }
    Duration timeout = options.duration("timeout");
    if (timeout.isNegative() || timeout.isZero()) {
      throw new IllegalArgumentException("the attribute 'timeout' is no time at all");
    }
    return new S3ArtifactStore(
        context.component(),
        AwsSettings.of(options, context, key(options), timeout),
        location,
        options.flag("path_style"),
        options.number("attempts"));
  }

  private static AwsSettings.@Nullable AccessKey key(Options options) {
    SecretValue id = options.optional("access_key_id", SecretValue.class).orElse(null);
    SecretValue secret = options.optional("secret_access_key", SecretValue.class).orElse(null);
    SecretValue token = options.optional("session_token", SecretValue.class).orElse(null);
    if (id == null && secret == null && token == null) {
      if (options.optional(SECRET).isPresent()) {
        throw new IllegalArgumentException(
            "the attribute '" + SECRET + "' is not the name of a secret");
      }
      return null;
    }
    if (id == null || secret == null) {
      throw new IllegalArgumentException(
          "the attribute '"
              + (id == null ? "access_key_id" : "secret_access_key")
              + "' is missing, without which '"
              + (id == null
                  ? (secret == null ? "session_token" : "secret_access_key")
                  : "access_key_id")
              + "' is of no use");
    }
    return new AwsSettings.AccessKey(id, secret, token);
  }
}
