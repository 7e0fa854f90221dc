package dev.lockstep.aws;

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
import java.util.ArrayList;
import java.util.List;

/** The flavor {@code aws} of secrets managers. */
public final class AwsSecretsManagerFlavor implements ComponentFlavor<SecretsManager> {
  private static final int SHORTEST_WINDOW_DAYS = 7;
  private static final int LONGEST_WINDOW_DAYS = 30;

  /** For {@link java.util.ServiceLoader}. */
  public AwsSecretsManagerFlavor() {}

  @Override
  public ComponentType type() {
    return ComponentType.SECRETS_MANAGER;
  }

  @Override
  public String name() {
    return "aws";
  }

  @Override
  public String description() {
    return "Secrets in AWS Secrets Manager.";
  }

  @Override
  public List<FlavorOption> options() {
    List<FlavorOption> options = new ArrayList<>(AwsSettings.options());
    options.add(
        FlavorOption.optional(
            "kms_key_id",
            "text",
            "The KMS key that encrypts new secrets; default: the account's aws/secretsmanager."));
    options.add(
        FlavorOption.withDefault(
            "recovery_days",
            "int",
            "30",
            "For how many days, 7 to 30, a deleted secret can be restored."));
    return ProviderOptions.with(options, Deletion.RECOVERABLE);
  }

  @Override
  public SecretsManager create(ComponentContext context) {
    Options options = Options.of(this, context);
    ProviderSettings settings = ProviderOptions.read(options, context);
    int days = options.number("recovery_days");
    if (days < SHORTEST_WINDOW_DAYS || days > LONGEST_WINDOW_DAYS) {
      throw new IllegalArgumentException(
          "the attribute 'recovery_days' is a number from "
              + SHORTEST_WINDOW_DAYS
              + " to "
              + LONGEST_WINDOW_DAYS);
    }
    return new ProviderSecretsManager(
        settings,
        ProviderLimits.AWS,
        new AwsSecretProvider(
            new SecretCalls(
                settings.component(), AwsSettings.of(options, context, null, settings.timeout())),
            options.optional("kms_key_id").orElse(null),
            days,
            settings.timeout()));
  }
}
