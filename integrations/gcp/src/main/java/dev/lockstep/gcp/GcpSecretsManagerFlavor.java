package dev.lockstep.gcp;

import dev.lockstep.secret.SecretsManager;
import dev.lockstep.secret.provider.Deletion;
import dev.lockstep.secret.provider.ProviderLimits;
import dev.lockstep.secret.provider.ProviderOptions;
import dev.lockstep.secret.provider.ProviderSecretsManager;
import dev.lockstep.secret.provider.ProviderSettings;
import dev.lockstep.stack.ComponentContext;
import dev.lockstep.stack.ComponentFlavor;
import dev.lockstep.stack.ComponentType;
import dev.lockstep.stack.FlavorOption;
import dev.lockstep.stack.Options;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The flavor {@code gcp} of secrets managers: Google Secret Manager. */
public final class GcpSecretsManagerFlavor implements ComponentFlavor<SecretsManager> {
  private static final String AUTOMATIC = "automatic";

  @Override
  public ComponentType type() {
    return ComponentType.SECRETS_MANAGER;
  }

  @Override
  public String name() {
    return "gcp";
  }

  @Override
  public String description() {
    return "Google Secret Manager";
  }

  @Override
  public List<FlavorOption> options() {
    return ProviderOptions.with(
        List.of(
            FlavorOption.optional(
                "project",
                "text",
                "The id of the project; default: GOOGLE_CLOUD_PROJECT, else that of the"
                    + " credentials."),
            FlavorOption.optional(
                "location",
                "text",
                "Where regional secrets are kept, such as europe-west4; default: the secrets are"
                    + " global."),
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
                "replication",
                "text",
                AUTOMATIC,
                "Where new global secrets are kept: automatic, or locations such as"
                    + " europe-west3,europe-west4."),
            FlavorOption.withDefault(
                "layout",
                "json|per-key",
                "json",
                "How a new secret is kept: as one provider secret that holds a JSON object, or as"
                    + " one for each key."),
            FlavorOption.withDefault(
                "old_versions",
                "keep|disable|destroy",
                "keep",
                "What an update does with the versions before."),
            FlavorOption.withDefault(
                "keep_versions",
                "int",
                "1",
                "How many of the newest versions old_versions leaves as they are."),
            FlavorOption.withDefault(
                "version_fallback",
                "boolean",
                "false",
                "Whether to read the newest enabled version when the newest one is disabled or"
                    + " destroyed.")),
        Deletion.FINAL);
  }

  /**
   * Makes a secrets manager.
   *
   * @throws IllegalArgumentException when the attributes say what cannot be done
   */
  @Override
  public SecretsManager create(ComponentContext context) {
    Options options = Options.of(this, context);
    ProviderSettings settings = ProviderOptions.read(options, context);
    if (settings.deletion() == Deletion.RECOVERABLE) {
      throw new IllegalArgumentException(
          "deletion=recoverable cannot be: Google Secret Manager keeps no deleted secrets");
    }
    SecretManagerConfig config = config(options, settings);
    GoogleAccess access =
        new GoogleAccess(
            options.optional("endpoint", URI.class),
            options.path("credentials_file"),
            Optional.empty(),
            options.optional("project"),
            context.environment());
    return new ProviderSecretsManager(
        settings,
        config.perKey() ? perKeyLimits() : ProviderLimits.GOOGLE,
        new GoogleSecretProvider(context.component(), access, config));
  }

  private static SecretManagerConfig config(Options options, ProviderSettings settings) {
    int keepVersions = options.number("keep_versions");
    if (keepVersions < 1) {
      throw new IllegalArgumentException("keep_versions is less than 1");
    }
    Optional<String> location = options.optional("location").filter(text -> !text.isEmpty());
    if (location.isPresent() && !isLocation(location.get())) {
      throw new IllegalArgumentException("location is not like europe-west4");
    }
    List<String> replicas = replicas(options.text("replication"));
    if (location.isPresent() && !replicas.isEmpty()) {
      throw new IllegalArgumentException(
          "regional secrets, as location makes them, have no replication");
    }
    return new SecretManagerConfig(
        location,
        replicas,
        options.text("layout").equals(PerKeyGroups.LAYOUT),
        OldVersions.Policy.of(options.text("old_versions")),
        keepVersions,
        options.flag("version_fallback"),
        settings.timeout());
  }

  private static List<String> replicas(String replication) {
    List<String> locations = new ArrayList<>();
    if (!replication.equals(AUTOMATIC)) {
      for (String location : replication.split(",", -1)) {
        if (!isLocation(location.strip())) {
          throw new IllegalArgumentException(
              "replication is neither automatic nor a list of locations");
        }
        locations.add(location.strip());
      }
    }
    return locations;
  }

  /** A region, as it stands in the service's address. */
  private static boolean isLocation(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-')) {
        return false;
      }
    }
    return !text.isEmpty();
  }

  /** Each value has the room that a whole secret has otherwise; the id of a key needs some more. */
  private static ProviderLimits perKeyLimits() {
    return new ProviderLimits(
        ProviderLimits.GOOGLE.provider(),
        ProviderLimits.GOOGLE.names(),
        PerKeyGroups.LONGEST_ID,
        Integer.MAX_VALUE);
  }
}
