package dev.lockstep.azure;

import com.azure.security.keyvault.secrets.models.KeyVaultSecret;
import com.azure.security.keyvault.secrets.models.SecretProperties;
import dev.lockstep.secret.provider.ProviderFailure;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * Who was first, of two that registered a name at once. The vault has no call that creates a secret
 * only if there is none: each has looked, found nothing, and made a version. So each looks at the
 * versions afterwards. Who is alone was first. Of two, the older version wins; they may be of the
 * same second, which is all that the vault tells, but then the newest is the one that it reads. The
 * other one puts the winner's content back, unless someone has changed the secret since.
 *
 * <p>What remains: of three within a second, two may believe that they were first; for a moment the
 * loser's content is read; and a loser that dies in that moment leaves it. Who may not list does
 * not look.
 */
final class FirstVersion {
  private final KeyVault vault;

  FirstVersion(KeyVault vault) {
    this.vault = vault;
  }

  /**
   * Whether a version that was just made is the first one. If not, the first one's content is the
   * newest again when this returns.
   *
   * @throws ProviderFailure of the kind that says that it is not known whether the secret was
   *     created
   */
  boolean is(String id, KeyVaultSecret mine) throws ProviderFailure {
    try {
      List<SecretProperties> versions = vault.versions(id);
      if (versions.size() <= 1) {
        return true;
      }
      String current = vault.get(id).getProperties().getVersion();
      String first = first(versions, current);
      String own = mine.getProperties().getVersion();
      if (own.equals(first)) {
        return true;
      }
      if (own.equals(current)) {
        vault.set(StoredDocument.again(id, vault.get(id, first)));
      }
      return false;
    } catch (VaultRefusal refusal) {
      // Someone has deleted it meanwhile: there is nothing any more to be first at.
      return true;
    } catch (ProviderFailure failure) {
      if (failure.kind() == ProviderFailure.Kind.DENIED) {
        return true;
      }
      throw new ProviderFailure(ProviderFailure.Kind.UNREACHABLE, failure.detail(), failure.fix());
    }
  }

  /** The oldest version; of several of the same second one that is not the newest. */
  private static String first(List<SecretProperties> versions, String current) {
    OffsetDateTime oldest = versions.get(0).getCreatedOn();
    for (SecretProperties version : versions) {
      if (version.getCreatedOn().isBefore(oldest)) {
        oldest = version.getCreatedOn();
      }
    }
    List<String> candidates = new ArrayList<>();
    for (SecretProperties version : versions) {
      if (version.getCreatedOn().isEqual(oldest)) {
        candidates.add(version.getVersion());
      }
    }
    if (candidates.size() > 1) {
      candidates.remove(current);
    }
    // The same one for all who look, when the vault does not tell.
    String first = candidates.get(0);
    for (String candidate : candidates) {
      if (candidate.compareTo(first) < 0) {
        first = candidate;
      }
    }
    return first;
  }
}
