package dev.lockstep.secret.local;

import dev.lockstep.secret.SecretNames;
import dev.lockstep.stack.ComponentContext;
import dev.lockstep.stack.ComponentFlavor;
import dev.lockstep.stack.ComponentType;
import dev.lockstep.stack.FlavorOption;
import dev.lockstep.stack.Options;
import dev.lockstep.stack.StackException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The flavor {@code local} of secrets managers. */
public final class LocalSecretsFlavor implements ComponentFlavor<LocalSecretsManager> {
  private static final String ENCRYPTION = "encryption";
  private static final String PATH = "path";
  private static final String KEY_FILE = "key_file";
  private static final String PASSPHRASE = "passphrase_env";
  private static final String PREFIX = "prefix";

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
    return List.of(
        FlavorOption.withDefault(
            ENCRYPTION,
            EncryptedValues.NAME + "|" + EncodedValues.NAME,
            EncryptedValues.NAME,
            "How values are stored; none is plain base64, for development."),
        FlavorOption.optional(
            PATH, "path", "The file; default: secrets/COMPONENT.yaml in LOCKSTEP_HOME."),
        FlavorOption.optional(
            KEY_FILE,
            "path",
            "The file with the key, which is created at the first write; default: the store's file"
                + " with the ending .key."),
        FlavorOption.optional(
            PASSPHRASE,
            "text",
            "The variable with a passphrase from which the key is derived, in place of a key"
                + " file."),
        FlavorOption.withDefault(
            PREFIX,
            "text",
            "",
            "What the names in the file begin with, so that several secrets managers can share"
                + " it."));
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
        keys(options, context, file),
        options.text(ENCRYPTION).equals(EncryptedValues.NAME),
        prefix(options.text(PREFIX)),
        Clock.systemUTC());
  }

  private static KeySource keys(Options options, ComponentContext context, Path store) {
    Optional<String> variable = options.optional(PASSPHRASE);
    return variable.isPresent()
        ? new Passphrase(variable.get(), context.environment(), context.component())
        : new KeyFile(options.path(KEY_FILE).orElse(keyFile(store)), context.component());
  }

  private static Path keyFile(Path store) {
    String name = String.valueOf(store.getFileName());
    int dot = name.lastIndexOf('.');
    return store.resolveSibling((dot > 0 ? name.substring(0, dot) : name) + ".key");
  }

  private static String prefix(String prefix) {
    // A prefix is right when a name that begins with it is.
    if (!prefix.isEmpty() && !SecretNames.isName(prefix + "x")) {
      throw new StackException(
          StackException.Reason.INVALID,
          "The attribute 'prefix' cannot begin a secret's name. Fix: use letters, digits, '_', '.',"
              + " '-' and '/', such as dev/");
    }
    return prefix;
  }
}
