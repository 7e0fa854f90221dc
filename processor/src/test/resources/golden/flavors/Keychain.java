package golden.flavors;

import dev.lockstep.Flavor;
import dev.lockstep.Param;
import dev.lockstep.secret.Secret;
import dev.lockstep.secret.SecretNotFoundException;
import dev.lockstep.secret.SecretValue;
import dev.lockstep.secret.SecretsManager;
import dev.lockstep.stack.ComponentContext;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A secrets manager with an option of every type. */
@Flavor(value = "keychain", description = "Secrets in the keychain – of this machine.")
public final class Keychain implements SecretsManager {
  enum Mode {
    FAST,
    SAFE
  }

  record Config(
      URI url,
      @Param(description = "Who asks.") SecretValue token,
      @Param(value = "PT5S", description = "How long to wait.") Duration timeout,
      @Param("3") int retries,
      Optional<Long> maxBytes,
      double rate,
      @Param("false") Boolean offline,
      Optional<SecretValue> spareToken,
      Optional<Path> keyFile,
      @Param(value = "SAFE", name = "lock-mode") Mode mode,
      @Param("") String prefix) {}

  private final String component;
  private final Config config;

  Keychain(ComponentContext context, Config config) {
    this.component = context.component();
    this.config = config;
  }

  @Override
  public void register(Secret secret) {}

  @Override
  public Secret get(String name) {
    throw new SecretNotFoundException(name, component + " at " + config.url());
  }

  @Override
  public Map<String, Secret> getAll(Collection<String> names) {
    return Map.of();
  }

  @Override
  public List<String> list() {
    return List.of();
  }

  @Override
  public void update(Secret secret) {}

  @Override
  public void delete(String name) {}

  @Override
  public void deleteAll(boolean force) {}

  @Override
  public void close() {}
}
