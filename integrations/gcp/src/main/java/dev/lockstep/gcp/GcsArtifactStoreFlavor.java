package dev.lockstep.gcp;

import dev.lockstep.artifact.ArtifactStore;
import dev.lockstep.artifact.bucket.BucketLocation;
import dev.lockstep.secret.SecretValue;
import dev.lockstep.stack.ComponentContext;
import dev.lockstep.stack.ComponentFlavor;
import dev.lockstep.stack.ComponentType;
import dev.lockstep.stack.FlavorOption;
import dev.lockstep.stack.Options;
import dev.lockstep.stack.SecretReference;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The flavor {@code gcs} of artifact stores: Google Cloud Storage. */
public final class GcsArtifactStoreFlavor implements ComponentFlavor<ArtifactStore> {
  private static final String SECRET = "authentication_secret";
  private static final String TOKEN = "token";

  /** For {@link java.util.ServiceLoader}. */
  public GcsArtifactStoreFlavor() {}

  @Override
  public ComponentType type() {
    return ComponentType.ARTIFACT_STORE;
  }

  @Override
  public String name() {
    return "gcs";
  }

  @Override
  public String description() {
    return "a bucket in Google Cloud Storage";
  }

  @Override
  public List<FlavorOption> options() {
    return List.of(
        FlavorOption.required("bucket", "text", "The bucket; it has to exist."),
        FlavorOption.optional(
            "prefix", "text", "A folder in the bucket; default: the bucket itself."),
        FlavorOption.optional(
            "project", "text", "The project that is charged, where a bucket wants that."),
        FlavorOption.optional(
            SECRET,
            "text",
            "A secret of the type gcp in the stack's secrets manager, whose key is used."),
        FlavorOption.optional(
                TOKEN,
                "text",
                "The JSON text of a service account's key, better as {{gcp.token}}; default:"
                    + " credentials_file.")
            .asSensitive(),
        FlavorOption.optional(
            "credentials_file",
            "path",
            "The key of a service account; default: application default credentials."),
        FlavorOption.optional(
            "endpoint",
            "uri",
            "Another address of the service; an http:// one, on this machine only, gets no"
                + " credentials."),
        FlavorOption.withDefault(
            "attempts", "int", "5", "How often a call is made that fails for a passing reason."),
        FlavorOption.withDefault(
            "timeout", "duration", "PT30S", "How long to wait for a connection and each answer."));
  }

  @Override
  public Map<String, String> implied(Map<String, String> attributes) {
    String reference = "{{" + attributes.getOrDefault(SECRET, "") + "." + TOKEN + "}}";
    return SecretReference.isReference(reference) ? Map.of(TOKEN, reference) : Map.of();
  }

  /**
   * Makes an artifact store.
   *
   * @throws IllegalArgumentException when the attributes say what cannot be done
   */
  @Override
  public ArtifactStore create(ComponentContext context) {
    Options options = Options.of(this, context);
    BucketLocation location =
        BucketLocation.of(
            "Cloud Storage",
            "gs",
            options.text("bucket"),
            ObjectNames.escaped(options.optional("prefix").orElse("")));
    Optional<SecretValue> token = options.optional(TOKEN, SecretValue.class);
    if (token.isEmpty() && options.optional(SECRET).isPresent()) {
      throw new IllegalArgumentException(SECRET + " is not the name of a secret");
    }
    int attempts = options.number("attempts");
    Duration timeout = options.duration("timeout");
    if (attempts < 1 || timeout.isNegative() || timeout.isZero()) {
      throw new IllegalArgumentException("attempts is less than 1, or timeout no time at all");
    }
    Optional<String> project = options.optional("project").filter(text -> !text.isEmpty());
    GoogleAccess access =
        new GoogleAccess(
            options.optional("endpoint", URI.class),
            options.path("credentials_file"),
            token,
            project,
            context.environment());
    return new GcsArtifactStore(
        new GcsCalls(context.component(), access, location, project, attempts, timeout));
  }
}
