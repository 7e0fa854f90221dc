package dev.lockstep.azure;

import dev.lockstep.azure.AzureCredential.Identity;
import dev.lockstep.azure.AzureCredential.Source;
import dev.lockstep.http.HttpConnections;
import dev.lockstep.secret.SecretValue;
import dev.lockstep.secret.SecretsManager;
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
import dev.lockstep.stack.StackException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The flavor {@code azure} of secrets managers. */
public final class AzureSecretsFlavor implements ComponentFlavor<SecretsManager> {
  private static final String VAULT_URL = "vault_url";
  private static final String CREDENTIAL = "credential";
  private static final String TENANT_ID = "tenant_id";
  private static final String CLIENT_ID = "client_id";
  private static final String CLIENT_SECRET = "client_secret";
  private static final String DEFAULT = "default";

  /** Called by the runtime. */
  public AzureSecretsFlavor() {}

  @Override
  public ComponentType type() {
    return ComponentType.SECRETS_MANAGER;
  }

  @Override
  public String name() {
    return "azure";
  }

  @Override
  public String description() {
    return "Secrets in Azure Key Vault.";
  }

  @Override
  public List<FlavorOption> options() {
    return ProviderOptions.with(
        List.of(
            FlavorOption.required(
                VAULT_URL, "uri", "The vault, such as https://NAME.vault.azure.net."),
            FlavorOption.withDefault(
                CREDENTIAL,
                DEFAULT + "|environment|managed_identity|workload_identity|cli",
                DEFAULT,
                "Where the login comes from; default tries the others, and more, one after the"
                    + " other."),
            FlavorOption.optional(
                TENANT_ID, "text", "The tenant to log in to; default: the vault's."),
            FlavorOption.optional(
                CLIENT_ID, "text", "Which managed identity or application to be."),
            FlavorOption.optional(
                    CLIENT_SECRET,
                    "text",
                    "The application's secret, with tenant_id and client_id. Prefer a managed"
                        + " identity, or AZURE_CLIENT_SECRET: this lies in config.yaml as it is.")
                .asSensitive()),
        Deletion.RECOVERABLE);
  }

  @Override
  public SecretsManager create(ComponentContext context) {
    Options options = Options.of(this, context);
    ProviderSettings settings = ProviderOptions.read(options, context);
    VaultAddress address = address(options, context);
    UrlConnectionTransport transport =
        new UrlConnectionTransport(
            address, HttpConnections.of(context.environment()), settings.timeout());
    Map<String, String> environment = address.withCloud(context.environment());
    KeyVault vault =
        new KeyVault(
            address,
            transport,
            new AzureCredential(identity(options, context, address), environment, transport));
    return new ProviderSecretsManager(
        settings,
        ProviderLimits.AZURE,
        new KeyVaultProvider(context.component(), vault, settings.timeout()));
  }

  private static VaultAddress address(Options options, ComponentContext context) {
    try {
      return VaultAddress.of(options.value(VAULT_URL, URI.class));
    } catch (IllegalArgumentException e) {
      throw wrong(
          context,
          "The attribute '" + VAULT_URL + "'",
          String.valueOf(e.getMessage()),
          "--" + VAULT_URL + "=https://NAME.vault.azure.net");
    }
  }

  private static Identity identity(
      Options options, ComponentContext context, VaultAddress address) {
    String tenant = options.optional(TENANT_ID).orElse(null);
    String client = options.optional(CLIENT_ID).orElse(null);
    String secret = options.optional(CLIENT_SECRET).orElse(null);
    String credential = options.text(CREDENTIAL);
    if (secret != null) {
      if (tenant == null || client == null || !credential.equals(DEFAULT)) {
        throw wrong(
            context,
            "The attribute '" + CLIENT_SECRET + "'",
            "goes with " + TENANT_ID + " and " + CLIENT_ID + ", and without " + CREDENTIAL,
            "--"
                + TENANT_ID
                + "=TENANT --"
                + CLIENT_ID
                + "=CLIENT --"
                + CREDENTIAL
                + "="
                + DEFAULT);
      }
    }
    if (client != null && (credential.equals("environment") || credential.equals("cli"))) {
      throw wrong(
          context,
          "The attribute '" + CLIENT_ID + "'",
          "means nothing with " + CREDENTIAL + "=" + credential + ", which knows whom to be",
          "--" + CREDENTIAL + "=" + DEFAULT);
    }
    Source source =
        address.isPlain()
            ? Source.NONE
            : secret != null
                ? Source.CLIENT_SECRET
                : Source.valueOf(credential.toUpperCase(Locale.ROOT));
    return new Identity(source, tenant, client, secret == null ? null : SecretValue.of(secret));
  }

  private static StackException wrong(
      ComponentContext context, String subject, String problem, String edit) {
    return new StackException(
        StackException.Reason.INVALID,
        subject
            + " of the secrets manager '"
            + context.component()
            + "' "
            + problem
            + ". Fix: lockstep secrets-manager update "
            + context.component()
            + " "
            + edit);
  }
}
