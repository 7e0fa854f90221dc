package dev.lockstep.secret.encryption;

import dev.lockstep.stack.ComponentContext;
import dev.lockstep.stack.ComponentFlavor;
import dev.lockstep.stack.ComponentType;
import dev.lockstep.stack.FlavorOption;
import dev.lockstep.stack.Options;
import dev.lockstep.stack.PrefixOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A flavor of secrets managers that keep their secrets in a file of this machine.
 *
 * @param <M> the secrets manager that it makes
 */
public abstract class FileSecretsFlavor<M extends FileSecretsManager>
    implements ComponentFlavor<M> {
  private static final String PATH = "path";

  private final String ending;

  /** A flavor whose files are called by their component, with an ending such as {@code .yaml}. */
  protected FileSecretsFlavor(String ending) {
    this.ending = ending;
  }

  /** Makes a component of its settings. */
  protected abstract M create(FileSettings settings);

  /** Whether values are encrypted, as they always are unless a flavor lets its users choose. */
  protected boolean isEncrypted(Options options) {
    return true;
  }

  @Override
  public final ComponentType type() {
    return ComponentType.SECRETS_MANAGER;
  }

  @Override
  public List<FlavorOption> options() {
    List<FlavorOption> options = new ArrayList<>();
    options.add(
        FlavorOption.optional(
            PATH, "path", "The file; default: secrets/COMPONENT" + ending + " in LOCKSTEP_HOME."));
    options.addAll(StoreEncryption.options());
    options.add(PrefixOption.option());
    return options;
  }

  /** The key file lies beside the store, so it stays where it is with it. */
  @Override
  public final Map<String, String> derivedFromName(ComponentContext context) {
    return Map.of(PATH, file(context).toString());
  }

  private Path file(ComponentContext context) {
    return context.home().secretsFolder().resolve(context.component() + ending);
  }

  @Override
  public final M create(ComponentContext context) {
    Options options = Options.of(this, context);
    Path file = options.path(PATH).orElse(file(context));
    return create(
        new FileSettings(
            context.component(),
            file,
            isEncrypted(options) ? StoreEncryption.of(options, context, file) : null,
            PrefixOption.scope(options, context.component())));
  }
}
