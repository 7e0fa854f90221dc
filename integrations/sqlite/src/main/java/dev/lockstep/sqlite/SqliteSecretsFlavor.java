package dev.lockstep.sqlite;

import dev.lockstep.secret.encryption.StoreEncryption;
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

/** The flavor {@code sqlite} of secrets managers. */
public final class SqliteSecretsFlavor implements ComponentFlavor<SqliteSecretsManager> {
  private static final String PATH = "path";

  /** Called by {@link java.util.ServiceLoader}. */
  public SqliteSecretsFlavor() {}

  @Override
  public ComponentType type() {
    return ComponentType.SECRETS_MANAGER;
  }

  @Override
  public String name() {
    return "sqlite";
  }

  @Override
  public String description() {
    return "Many secrets in one SQLite file on this machine, each value encrypted.";
  }

  @Override
  public List<FlavorOption> options() {
    List<FlavorOption> options = new ArrayList<>();
    options.add(
        FlavorOption.optional(
            PATH, "path", "The file; default: secrets/COMPONENT.db in LOCKSTEP_HOME."));
    options.addAll(StoreEncryption.options());
    options.add(PrefixOption.option());
    return options;
  }

  /** The key file lies beside it, so it stays where it is with it. */
  @Override
  public Map<String, String> derivedFromName(ComponentContext context) {
    return Map.of(PATH, file(context).toString());
  }

  private static Path file(ComponentContext context) {
    return context.home().secretsFolder().resolve(context.component() + ".db");
  }

  @Override
  public SqliteSecretsManager create(ComponentContext context) {
    Options options = Options.of(this, context);
    Path file = options.path(PATH).orElse(file(context));
    return new SqliteSecretsManager(
        context.component(),
        new Database(file, context.component()),
        StoreEncryption.of(options, context, file),
        PrefixOption.scope(options, context.component()),
        Clock.systemUTC());
  }
}
