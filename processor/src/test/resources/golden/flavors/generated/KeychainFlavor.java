package golden.flavors;

import dev.lockstep.secret.SecretValue;
import dev.lockstep.stack.ComponentContext;
import dev.lockstep.stack.ComponentFlavor;
import dev.lockstep.stack.ComponentType;
import dev.lockstep.stack.FlavorOption;
import dev.lockstep.stack.Options;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * The secrets manager flavor {@code keychain}: makes {@link Keychain}. Generated from {@code golden.flavors.Keychain}.
 */
@Generated("dev.lockstep.processor.LockstepProcessor")
public final class KeychainFlavor implements ComponentFlavor<Keychain> {
  private static final List<FlavorOption> OPTIONS =
      List.of(
          FlavorOption.required("url", "uri", ""),
          FlavorOption.required("token", "text", "Who asks.").asSensitive(),
          FlavorOption.withDefault("timeout", "duration", "PT5S", "How long to wait."),
          FlavorOption.withDefault("retries", "int", "3", ""),
          FlavorOption.optional("max_bytes", "long", ""),
          FlavorOption.required("rate", "double", ""),
          FlavorOption.withDefault("offline", "boolean", "false", ""),
          FlavorOption.optional("spare_token", "text", "").asSensitive(),
          FlavorOption.optional("key_file", "path", ""),
          FlavorOption.withDefault("lock_mode", "FAST|SAFE", "SAFE", ""),
          FlavorOption.withDefault("prefix", "text", "", ""));

  /** Creates the flavor, which keeps no state. */
  public KeychainFlavor() {}

  @Override
  public ComponentType type() {
    return ComponentType.SECRETS_MANAGER;
  }

  @Override
  public String name() {
    return "keychain";
  }

  @Override
  public String description() {
    return "Secrets in the keychain \u2013 of this machine.";
  }

  @Override
  public List<FlavorOption> options() {
    return OPTIONS;
  }

  @Override
  public Keychain create(ComponentContext context) {
    Options options = Options.of(this, context);
    return new Keychain(
        context,
        new Keychain.Config(
            options.value("url", URI.class),
            options.value("token", SecretValue.class),
            options.value("timeout", Duration.class),
            options.value("retries", Integer.class),
            options.optional("max_bytes", Long.class),
            options.value("rate", Double.class),
            options.value("offline", Boolean.class),
            options.optional("spare_token", SecretValue.class),
            options.optional("key_file", Path.class),
            options.value("lock_mode", Keychain.Mode.class),
            options.value("prefix", String.class)));
  }
}
