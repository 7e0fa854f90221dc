package dev.lockstep.secret.local;

import dev.lockstep.secret.encryption.StoreEncryption;
import dev.lockstep.secret.encryption.StoreHeader;
import dev.lockstep.stack.ComponentContext;
import dev.lockstep.stack.ComponentFlavor;
import dev.lockstep.stack.ComponentType;
import dev.lockstep.stack.FlavorOption;
import dev.lockstep.stack.Options;
import dev.lockstep.stack.PrefixOption;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The flavor {@code local} of secrets managers. */
public final class LocalSecretsFlavor implements ComponentFlavor<LocalSecretsManager> {
  private static final String ENCRYPTION = "encryption";
  private static final String PATH = "path";

  @Override
  public ComponentType type() {
    return ComponentType.SECRETS_MANAGER;
  }

  @Override
  public String name() {
    return "local";
  }

  @Override
  public String description() {
    return "Secrets in one file on this machine, each value encrypted.";
  }

  @Override
  public List<FlavorOption> options() {
    List<FlavorOption> options = new ArrayList<>();
    options.add(
        FlavorOption.withDefault(
            ENCRYPTION,
            StoreHeader.AES_256_GCM + "|" + StoreHeader.NONE,
            StoreHeader.AES_256_GCM,
            "How values are stored; none is plain base64, for development."));
    options.add(
        FlavorOption.optional(
            PATH, "path", "The file; default: secrets/COMPONENT.yaml in LOCKSTEP_HOME."));
    options.addAll(StoreEncryption.options());
    options.add(PrefixOption.option());
    return options;
  }

  /** The key file lies beside the store, so it stays where it is with it. */
  @Override
  public Map<String, String> derivedFromName(ComponentContext context) {
    return Map.of(PATH, file(context).toString());
  }

  private static Path file(ComponentContext context) {
    return context.home().secretsFolder().resolve(context.component() + ".yaml");
  }

  @Override
  public LocalSecretsManager create(ComponentContext context) {
    Options options = Options.of(this, context);
    Path file = options.path(PATH).orElse(file(context));
    return new LocalSecretsManager(
        context.component(),
        file,
        options.text(ENCRYPTION).equals(StoreHeader.NONE)
            ? null
            : StoreEncryption.of(options, context, file),
        PrefixOption.scope(options, context.component()),
        Clock.systemUTC());
  }
}
