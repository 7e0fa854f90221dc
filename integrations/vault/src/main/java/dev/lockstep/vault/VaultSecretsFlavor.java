package dev.lockstep.vault;

import dev.lockstep.http.HttpConnections;
import dev.lockstep.secret.provider.Deletion;
import dev.lockstep.secret.provider.ProviderLimits;
import dev.lockstep.secret.provider.ProviderOptions;
import dev.lockstep.secret.provider.ProviderSecretsManager;
import dev.lockstep.secret.provider.ProviderSettings;
import dev.lockstep.stack.ComponentContext;
import dev.lockstep.stack.ComponentFlavor;
import dev.lockstep.stack.ComponentType;
import dev.lockstep.stack.FlavorOption;
import dev.lockstep.stack.Options;
import java.time.Clock;
import java.util.List;

/** The flavor {@code vault} of secrets managers. Written by hand for the options that all share. */
public final class VaultSecretsFlavor implements ComponentFlavor<ProviderSecretsManager> {
  private final Clock clock;

  /** Creates the flavor, which keeps no state. */
  public VaultSecretsFlavor() {
    this(Clock.systemUTC());
  }

  /** With a clock that says when tokens expire. */
  VaultSecretsFlavor(Clock clock) {
    this.clock = clock;
  }

  @Override
  public ComponentType type() {
    return ComponentType.SECRETS_MANAGER;
  }

  @Override
  public String name() {
    return "vault";
  }

  @Override
  public String description() {
    return "Secrets in a KV engine (version 2) of HashiCorp Vault or OpenBao.";
  }

  @Override
  public List<FlavorOption> options() {
    return ProviderOptions.with(VaultOptions.ALL, Deletion.FINAL);
  }

  @Override
  public ProviderSecretsManager create(ComponentContext context) {
    Options options = Options.of(this, context);
    ProviderSettings settings = ProviderOptions.read(options, context);
    VaultOptions vault = new VaultOptions(options, context);
    VaultLogin login = vault.login();
    String mount = vault.mount();
    VaultHttp http =
        new VaultHttp(
            vault.server(), HttpConnections.of(context.environment()), settings.timeout());
    VaultSession session = new VaultSession(login, http, clock);
    return new ProviderSecretsManager(
        settings, ProviderLimits.VAULT, new KvSecretProvider(new KvEngine(mount, http, session)));
  }
}
