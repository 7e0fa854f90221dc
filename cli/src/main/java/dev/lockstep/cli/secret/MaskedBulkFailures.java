package dev.lockstep.cli.secret;

import dev.lockstep.redact.Redactor;
import dev.lockstep.secret.BulkSecrets;
import dev.lockstep.secret.Secret;
import dev.lockstep.secret.SecretsManager;
import java.util.Collection;

/** The same for one that stores many secrets in one change, which it still does. */
final class MaskedBulkFailures extends MaskedFailures implements BulkSecrets {
  private final BulkSecrets bulk;

  MaskedBulkFailures(SecretsManager manager, BulkSecrets bulk, Redactor redactor) {
    super(manager, redactor);
    this.bulk = bulk;
  }

  @Override
  public void storeAll(Collection<Secret> fresh, Collection<Secret> changed) {
    fresh.forEach(this::see);
    changed.forEach(this::see);
    masked(
        () -> {
          bulk.storeAll(fresh, changed);
          return true;
        });
  }
}
