package dev.lockstep.cli.secret;

import dev.lockstep.secret.BulkSecrets;
import dev.lockstep.secret.Secret;
import dev.lockstep.secret.SecretValue;
import dev.lockstep.secret.SecretsManager;
import dev.lockstep.secret.SecretsUnreachableException;
import dev.lockstep.secret.local.LocalSecretsFlavor;
import dev.lockstep.stack.ComponentContext;
import dev.lockstep.stack.ComponentFlavor;
import dev.lockstep.stack.ComponentType;
import dev.lockstep.stack.FlavorOption;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Secrets as a provider far away would keep them: it may fail in the middle, and others write to
 * it. What goes wrong is said by the variable {@code FAULT}.
 */
public final class FaultySecretsFlavor implements ComponentFlavor<SecretsManager> {
  @Override
  public ComponentType type() {
    return ComponentType.SECRETS_MANAGER;
  }

  @Override
  public String name() {
    return "faulty";
  }

  @Override
  public String description() {
    return "Fails when it is told to.";
  }

  @Override
  public List<FlavorOption> options() {
    return List.of();
  }

  @Override
  public SecretsManager create(ComponentContext context) {
    SecretsManager store = new LocalSecretsFlavor().create(context);
    String fault = context.environment().getOrDefault("FAULT", "none");
    return fault.startsWith(FaultyInOneChange.BULK)
        ? new FaultyInOneChange(store, fault)
        : new Faulty(store, fault);
  }

  /** Stores many secrets in one change and none by itself. */
  private static final class FaultyInOneChange extends Faulty implements BulkSecrets {
    static final String BULK = "in one change";

    private final BulkSecrets bulk;
    private final boolean quotes;

    FaultyInOneChange(SecretsManager store, String fault) {
      super(store, fault);
      this.bulk = (BulkSecrets) store;
      this.quotes = fault.endsWith("quotes");
    }

    @Override
    public void register(Secret secret) {
      throw new SecretsUnreachableException("Secrets are stored in one change only.");
    }

    @Override
    public void storeAll(Collection<Secret> fresh, Collection<Secret> changed) {
      if (quotes) {
        throw new SecretsUnreachableException(
            "Not sent: " + text(fresh.iterator().next()) + text(changed.iterator().next()) + ".");
      }
      bulk.storeAll(fresh, changed);
    }
  }

  private static class Faulty implements SecretsManager {
    private final SecretsManager store;
    private final String fault;

    Faulty(SecretsManager store, String fault) {
      this.store = store;
      this.fault = fault;
    }

    @Override
    public void register(Secret secret) {
      failAt("register " + secret.name());
      if (fault.equals("quotes")) {
        throw new SecretsUnreachableException("Not sent: " + text(secret) + ". Sorry.");
      }
      store.register(secret);
      if (fault.equals("other writer of b at register")) {
        store.update(other(secret.withName("b")));
      }
    }

    static String text(Secret secret) {
      return secret.values().values().iterator().next().reveal();
    }

    @Override
    public Secret get(String name) {
      return store.get(name);
    }

    @Override
    public Map<String, Secret> getAll(Collection<String> names) {
      return store.getAll(names);
    }

    @Override
    public List<String> list() {
      return store.list();
    }

    @Override
    public void update(Secret secret) {
      failAt("update " + secret.name());
      if (fault.equals("other writer before")) {
        store.update(other(secret));
      }
      store.update(secret);
      if (fault.equals("other writer after")) {
        store.update(other(secret));
      }
      if (fault.equals("deleted after")) {
        store.delete(secret.name());
      }
    }

    @Override
    public void delete(String name) {
      if (fault.equals("quotes")) {
        throw new IllegalStateException("Not deleted: " + text(store.get(name)));
      }
      failAt("delete " + name);
      store.delete(name);
    }

    @Override
    public void deleteAll(boolean force) {
      if (fault.equals("delete-all")) {
        store.delete(store.list().get(0));
        failAt("delete-all");
      }
      store.deleteAll(force);
    }

    @Override
    public Optional<Instant> recoverableUntil(String name) {
      return fault.equals("recoverable") && !store.list().contains(name)
          ? Optional.of(Instant.parse("2026-12-22T10:15:00.5Z"))
          : Optional.empty();
    }

    private static Secret other(Secret secret) {
      return Secret.of(secret.name(), secret.type(), Map.of("other", SecretValue.of("hunter2")));
    }

    private void failAt(String call) {
      if (fault.equals(call)) {
        throw new SecretsUnreachableException("The provider cannot be reached.");
      }
    }
  }
}
