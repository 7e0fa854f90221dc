package dev.lockstep.aws;

import dev.lockstep.secret.provider.ProviderFailure;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/**
 * Makes calls of AWS Secrets Manager and tells what came of them. The client is built for the first
 * one.
 */
final class SecretCalls implements AutoCloseable {
  private final String component;
  private final AwsSettings settings;
  private @Nullable AwsAccess access;
  private @Nullable SecretsManagerClient client;

  SecretCalls(String component, AwsSettings settings) {
    this.component = component;
    this.settings = settings;
  }

  private synchronized SecretsManagerClient client() {
    if (client == null) {
      AwsAccess opened = new AwsAccess(settings);
      access = opened;
      try {
        client =
            opened
                .configure(SecretsManagerClient.builder())
                .overrideConfiguration(
                    configuration ->
                        AwsAccess.once(configuration).apiCallAttemptTimeout(settings.timeout()))
                .build();
      } catch (IllegalArgumentException e) {
        throw new MissingException(MissingException.What.FILES); // The SDK reads them again.
      }
    }
    return client;
  }

  /** What came of a call: its answer, or a failure. */
  record Result<T>(@Nullable T answer, @Nullable AwsFailure failure) {
    /** Whether it failed for this reason. */
    boolean failed(AwsFailure.Kind kind) {
      return failure != null && failure.kind() == kind;
    }
  }

  /** Makes a call whose failure the caller judges. */
  <T> Result<T> tried(Function<SecretsManagerClient, T> call) {
    try {
      return new Result<>(call.apply(client()), null);
    } catch (RuntimeException e) {
      AwsFailure failure = AwsFailure.of(e);
      if (failure.kind() == AwsFailure.Kind.INTERRUPTED) {
        Thread.currentThread().interrupt();
      }
      return new Result<>(null, failure);
    }
  }

  /**
   * The answer.
   *
   * @param permission what the call needs, such as {@code secretsmanager:GetSecretValue}
   */
  <T> T answer(Result<T> result, String permission) throws ProviderFailure {
    T answer = result.answer();
    if (answer == null) {
      throw failure(result.failure(), permission);
    }
    return answer;
  }

  /** A failure in our words. */
  ProviderFailure failure(@Nullable AwsFailure failure, String permission) {
    if (failure == null) {
      return nonsense();
    }
    String update = "lockstep secrets-manager update " + component + " --";
    String code = failure.code();
    return switch (failure.kind()) {
      case DENIED ->
          new ProviderFailure(
              ProviderFailure.Kind.DENIED,
              code,
              (failure.fixOfLogin() == null
                      ? "allow " + permission + " for it"
                      : failure.fixOfLogin())
                  + ", or use other credentials: "
                  + update
                  + "profile=PROFILE");
      case KEY_DENIED ->
          new ProviderFailure(
              ProviderFailure.Kind.DENIED,
              "AWS KMS cannot use the key that encrypts it, " + code,
              "allow kms:Decrypt and kms:GenerateDataKey with that key");
      case NO_CREDENTIALS, NO_PROFILE, NO_LOGIN, NO_FILES, LOGIN_DENIED ->
          new ProviderFailure(
              ProviderFailure.Kind.DENIED,
              settings.problem(failure),
              settings.fix(failure, update));
      case NO_REGION ->
          new ProviderFailure(
              ProviderFailure.Kind.DENIED,
              "nothing names an AWS region",
              "set AWS_REGION, or " + update + "region=REGION");
      case THROTTLED -> new ProviderFailure(ProviderFailure.Kind.THROTTLED, code, "");
      case UNREACHABLE, INTERRUPTED ->
          new ProviderFailure(ProviderFailure.Kind.UNREACHABLE, code, "");
      // Anybody on the way can answer with a status; only AWS answers with a code.
      default ->
          new ProviderFailure(
              code.startsWith("HTTP ")
                  ? ProviderFailure.Kind.UNREACHABLE
                  : ProviderFailure.Kind.INVALID,
              code,
              code.equals("LimitExceededException")
                  ? "see the limits in docs/secrets-managers/aws.md; versions are kept for a day"
                  : "");
    };
  }

  /** An answer that is none. */
  static ProviderFailure nonsense() {
    return new ProviderFailure(ProviderFailure.Kind.UNREACHABLE, "no readable answer", "");
  }

  @Override
  public synchronized void close() {
    if (client != null) {
      client.close();
    }
    if (access != null) {
      access.close();
    }
  }
}
