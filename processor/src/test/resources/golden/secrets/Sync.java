package golden.secrets;

import dev.lockstep.Pipeline;
import dev.lockstep.SecretName;
import dev.lockstep.SecretSchema;
import dev.lockstep.Step;
import dev.lockstep.run.StepContext;
import dev.lockstep.secret.AwsSecret;
import dev.lockstep.secret.Secret;
import dev.lockstep.secret.SecretValue;
import java.util.Optional;

/**
 * All ways for a secret to reach a step: typed, raw, optional, as environment of one step, and, for
 * the one that no step claims, as environment of every step.
 */
@Pipeline(secrets = {"warehouse", "aws", "mail", "proxy", "vendor", "tracing"})
public class Sync {
  @SecretSchema
  interface MailServer {
    String host();

    SecretValue password();
  }

  @Step
  int typed(Warehouse warehouse, AwsSecret aws) {
    return warehouse.port();
  }

  @Step
  int raw(Secret vendor) {
    return vendor.name().length();
  }

  @Step
  int optional(
      @SecretName("proxy") Optional<Secret> maybe, @SecretName("mail") Optional<MailServer> server) {
    return 1;
  }

  @Step(secrets = "aws")
  int environment(StepContext context) {
    return context.environment().size();
  }

  /** Takes what it also has in its environment. */
  @Step(secrets = {"vendor", "proxy"})
  int both(@SecretName("warehouse") Warehouse source, Secret vendor) {
    return 1;
  }
}
