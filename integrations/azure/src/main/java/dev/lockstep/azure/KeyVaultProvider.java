package dev.lockstep.azure;

import com.azure.core.util.polling.SyncPoller;
import com.azure.security.keyvault.secrets.models.DeletedSecret;
import com.azure.security.keyvault.secrets.models.KeyVaultSecret;
import com.azure.security.keyvault.secrets.models.SecretProperties;
import dev.lockstep.azure.VaultRefusal.State;
import dev.lockstep.secret.provider.Deletion;
import dev.lockstep.secret.provider.ProviderFailure;
import dev.lockstep.secret.provider.SecretDocument;
import dev.lockstep.secret.provider.SecretProvider;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Azure Key Vault as a provider of secrets. The vault deletes, recovers and purges behind the
 * caller's back, and refuses the name meanwhile; every call here waits until that is over, up to
 * the timeout.
 */
final class KeyVaultProvider implements SecretProvider {
  private final String component;
  private final KeyVault vault;
  private final FirstVersion firstVersion;
  private final Duration timeout;

  /** How far final deletions have come whose end is not known, because an answer was lost. */
  private final Map<String, Phase> unfinished = new ConcurrentHashMap<>();

  /** What was deleted last, which the vault does not show before it has finished. */
  private final Map<String, SyncPoller<DeletedSecret, Void>> deletions = new ConcurrentHashMap<>();

  private enum Phase {
    DELETING,
    PURGING
  }

  /**
   * Connects to nothing yet.
   *
   * @param component the component's name, for messages
   * @param timeout how long it waits at most for the vault to finish something
   */
  KeyVaultProvider(String component, KeyVault vault, Duration timeout) {
    this.component = component;
    this.vault = vault;
    this.firstVersion = new FirstVersion(vault);
    this.timeout = timeout;
  }

  @Override
  public Creation create(String id, SecretDocument document, String token) throws ProviderFailure {
    KeyVaultSecret secret = StoredDocument.create(id, document);
    Patience patience = new Patience(timeout);
    while (true) {
      // The vault would make a new version of one that is there.
      if (exists(id)) {
        return Creation.EXISTS;
      }
      try {
        return firstVersion.is(id, vault.set(secret)) ? Creation.CREATED : Creation.EXISTS;
      } catch (VaultRefusal refusal) {
        if (refusal.state() == State.DELETED) {
          return Creation.DELETED;
        }
        requireInBetween(refusal);
        patience.pause(refusal);
      }
    }
  }

  private boolean exists(String id) throws ProviderFailure {
    try {
      vault.get(id);
      return true;
    } catch (VaultRefusal refusal) {
      return !isMissing(refusal);
    }
  }

  @Override
  public Optional<SecretDocument> read(String id) throws ProviderFailure {
    try {
      return Optional.of(StoredDocument.read(vault.get(id)));
    } catch (VaultRefusal refusal) {
      if (isMissing(refusal)) {
        return Optional.empty();
      }
      throw refusal.asFailure();
    }
  }

  @Override
  public boolean replace(String id, SecretDocument document, String token) throws ProviderFailure {
    Patience patience = new Patience(timeout);
    while (true) {
      try {
        vault.set(StoredDocument.replace(vault.get(id), id, document));
        return true;
      } catch (VaultRefusal refusal) {
        if (isMissing(refusal) || refusal.state() == State.DELETED) {
          return false;
        }
        requireInBetween(refusal);
        patience.pause(refusal);
      }
    }
  }

  @Override
  public boolean delete(String id, Deletion deletion) throws ProviderFailure {
    return deletion == Deletion.FINAL ? deleteFinally(id) : delete(id);
  }

  private boolean delete(String id) throws ProviderFailure {
    try {
      deletions.put(id, vault.delete(id));
      return true;
    } catch (VaultRefusal refusal) {
      if (isMissing(refusal)) {
        return false;
      }
      throw refusal.asFailure();
    }
  }

  /**
   * Deletes and purges. When an answer was lost before, the first half may be done already: then
   * what is missing was deleted by us, and has to be purged still.
   */
  private boolean deleteFinally(String id) throws ProviderFailure {
    Phase before = unfinished.putIfAbsent(id, Phase.DELETING);
    try {
      if (!delete(id) && before == null) {
        unfinished.remove(id);
        return false;
      }
    } catch (ProviderFailure failure) {
      if (before == null && failure.kind() != ProviderFailure.Kind.UNREACHABLE) {
        unfinished.remove(id);
      }
      throw failure;
    }
    if (awaitDeleted(id, before == Phase.PURGING)) {
      unfinished.put(id, Phase.PURGING);
      purge(id, "it is deleted, but not finally", "--deletion=recoverable");
    }
    unfinished.remove(id);
    deletions.remove(id);
    return true;
  }

  /** Whether there is something to purge, which there may not be if it was purged before. */
  private boolean awaitDeleted(String id, boolean mayBePurged) throws ProviderFailure {
    Patience patience = new Patience(timeout);
    while (true) {
      try {
        vault.getDeleted(id);
        return true;
      } catch (VaultRefusal refusal) {
        if (refusal.state() == State.DISABLED) {
          return true;
        }
        if (isMissing(refusal) && mayBePurged) {
          return false;
        }
        patience.pause(refusal);
      } catch (ProviderFailure failure) {
        if (failure.kind() == ProviderFailure.Kind.DENIED) {
          return true; // Who may purge need not be allowed to look.
        }
        throw failure;
      }
    }
  }

  @Override
  public void purge(String id) throws ProviderFailure {
    deletions.remove(id);
    purge(id, "the deleted secret of that name cannot be purged", "--on_deleted=restore");
  }

  private void purge(String id, String state, String otherwise) throws ProviderFailure {
    Patience patience = new Patience(timeout);
    while (true) {
      try {
        vault.purge(id);
        return;
      } catch (VaultRefusal refusal) {
        if (isMissing(refusal)) {
          return;
        }
        patience.pause(refusal);
      } catch (ProviderFailure failure) {
        if (failure.kind() != ProviderFailure.Kind.DENIED) {
          throw failure;
        }
        throw new ProviderFailure(
            ProviderFailure.Kind.DENIED,
            failure.detail() + "; " + state,
            failure.fix()
                + (failure.fix().isEmpty() ? "" : "; or do without: ")
                + "lockstep secrets-manager update "
                + component
                + " "
                + otherwise);
      }
    }
  }

  @Override
  public void restore(String id) throws ProviderFailure {
    deletions.remove(id);
    Patience patience = new Patience(timeout);
    boolean asked = false;
    while (!asked) {
      try {
        vault.recover(id);
        asked = true;
      } catch (VaultRefusal refusal) {
        asked = isMissing(refusal); // It may be there already.
        if (!asked) {
          patience.pause(refusal);
        }
      }
    }
    while (true) {
      try {
        vault.get(id);
        return;
      } catch (VaultRefusal refusal) {
        if (refusal.state() == State.DISABLED) {
          return;
        }
        patience.pause(refusal);
      }
    }
  }

  @Override
  public Optional<Instant> recoverableUntil(String id) throws ProviderFailure {
    SyncPoller<DeletedSecret, Void> deletion = deletions.remove(id);
    try {
      return deletion == null ? vault.purgeDate(id) : vault.purgeDate(deletion);
    } catch (VaultRefusal refusal) {
      return Optional.empty();
    }
  }

  @Override
  public List<String> list(String start) throws ProviderFailure {
    List<String> ids = new ArrayList<>();
    for (SecretProperties secret : vault.list()) {
      if (StoredDocument.isOurs(secret) && secret.getName().startsWith(start)) {
        ids.add(secret.getName());
      }
    }
    return ids;
  }

  private static boolean isMissing(VaultRefusal refusal) {
    return refusal.state() == State.MISSING;
  }

  private static void requireInBetween(VaultRefusal refusal) throws ProviderFailure {
    if (refusal.state() != State.IN_BETWEEN) {
      throw refusal.asFailure();
    }
  }
}
