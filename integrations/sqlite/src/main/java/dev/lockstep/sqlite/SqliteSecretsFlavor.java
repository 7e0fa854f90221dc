package dev.lockstep.sqlite;

import dev.lockstep.secret.encryption.FileSecretsFlavor;
import dev.lockstep.secret.encryption.FileSettings;

/** The flavor {@code sqlite} of secrets managers. */
public final class SqliteSecretsFlavor extends FileSecretsFlavor<SqliteSecretsManager> {
  /** Called by {@link java.util.ServiceLoader}. */
  public SqliteSecretsFlavor() {
    super(".db");
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
  protected SqliteSecretsManager create(FileSettings settings) {
    return new SqliteSecretsManager(settings);
  }
}
