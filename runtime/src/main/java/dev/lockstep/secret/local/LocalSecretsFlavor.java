package dev.lockstep.secret.local;

import dev.lockstep.secret.encryption.FileSecretsFlavor;
import dev.lockstep.secret.encryption.FileSettings;
import dev.lockstep.secret.encryption.StoreHeader;
import dev.lockstep.stack.FlavorOption;
import dev.lockstep.stack.Options;
import java.util.ArrayList;
import java.util.List;

/** The flavor {@code local} of secrets managers. */
public final class LocalSecretsFlavor extends FileSecretsFlavor<LocalSecretsManager> {
  private static final String ENCRYPTION = "encryption";

  /** For the list of the runtime's own flavors. */
  public LocalSecretsFlavor() {
    super(".yaml");
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
    List<FlavorOption> options = new ArrayList<>();
    options.add(
        FlavorOption.withDefault(
            ENCRYPTION,
            StoreHeader.AES_256_GCM + "|" + StoreHeader.NONE,
            StoreHeader.AES_256_GCM,
            "How values are stored; none is plain base64, for development."));
    options.addAll(super.options());
    return options;
  }

  @Override
  protected boolean isEncrypted(Options options) {
    return !options.text(ENCRYPTION).equals(StoreHeader.NONE);
  }

  @Override
  protected LocalSecretsManager create(FileSettings settings) {
    return new LocalSecretsManager(settings);
  }
}
