package dev.lockstep.aws;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.secret.InvalidSecretException;
import dev.lockstep.secret.SecretAccessDeniedException;
import dev.lockstep.secret.SecretsThrottledException;
import dev.lockstep.secret.SecretsUnreachableException;
import dev.lockstep.testing.conformance.Fault;
import dev.lockstep.testing.conformance.FaultProxy;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is made of AWS's codes of refusals. */
final class RefusalsTest extends AwsTest {
  @Test
  void whatCannotBeDecryptedIsDeniedAndNamesKms() {
    List<String> names = register(open(), 2);
    aws.fail("GetSecretValue", "DecryptionFailure");

    assertThatThrownBy(() -> open().get("s0"))
        .isInstanceOf(SecretAccessDeniedException.class)
        .hasMessageContaining("AWS KMS cannot use the key that encrypts it, DecryptionFailure")
        .hasMessageContaining("Fix: allow kms:Decrypt");
    assertThatThrownBy(() -> open().getAll(names))
        .isInstanceOf(SecretAccessDeniedException.class)
        .hasMessageContaining("DecryptionFailure");
  }

  @Test
  void aKeyThatMayNotBeUsedIsToldFromASecretThatMayNotBeRead() throws IOException {
    register(open(), 1);
    try (FaultProxy proxy = FaultProxy.before(aws.endpoint())) {
      proxy.inject(
          Fault.answer(
              400,
              "{\"__type\":\"AccessDeniedException\",\"Message\":\"Access to KMS is not allowed\"}"));
      assertThatThrownBy(() -> open("endpoint", proxy.endpoint().toString()).get("s0"))
          .isInstanceOf(SecretAccessDeniedException.class)
          .hasMessageContaining(
              "AWS KMS cannot use the key that encrypts it, AccessDeniedException")
          .hasMessageContaining("Fix: allow kms:Decrypt");
    }
  }

  @Test
  void ofSeveralTheOneThatIsDeniedIsNamed() {
    List<String> names = register(open(), 2);
    aws.fail("GetSecretValue", "AccessDeniedException");

    assertThatThrownBy(() -> open().getAll(names))
        .hasMessageContaining(": AccessDeniedException for 's0'. Fix: allow")
        .hasMessageContaining("secretsmanager:GetSecretValue");
  }

  @ParameterizedTest
  @CsvSource({
    "AccessDeniedException,allow secretsmanager:GetSecretValue",
    "ExpiredTokenException,log in to AWS again",
    "UnrecognizedClientException,check the access key",
    "InvalidSignatureException,and this machine's clock",
    "RequestTimeTooSkewed,set this machine's clock"
  })
  void aDenialOfCredentialsIsNotOneOfPermissions(String code, String fix) {
    register(open(), 1);
    aws.fail("GetSecretValue", code);

    assertThatThrownBy(() -> open().get("s0"))
        .hasMessageContaining("Fix: ")
        .hasMessageContaining(fix);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "AccessDeniedException",
        "ExpiredTokenException",
        "UnrecognizedClientException",
        "InvalidSignatureException",
        "InvalidClientTokenId"
      })
  void aCodeOfDenialIsOne(String code) {
    List<String> names = register(open(), 2);
    aws.fail("GetSecretValue", code);

    assertThatThrownBy(() -> open().get("s0"))
        .isInstanceOf(SecretAccessDeniedException.class)
        .hasMessageContaining(code)
        .hasMessageContaining("lockstep secrets-manager update prod --profile=PROFILE")
        .hasMessageNotContaining("told to fail");
    assertThatThrownBy(() -> open().getAll(names)).isInstanceOf(SecretAccessDeniedException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ThrottlingException", "RequestLimitExceeded", "TooManyRequestsException"})
  void aCodeOfThrottlingIsOneThoughItsStatusIs400(String code) {
    List<String> names = register(open(), 2);
    aws.fail("GetSecretValue", code);

    assertThatThrownBy(() -> open("attempts", "1").getAll(names))
        .isInstanceOf(SecretsThrottledException.class)
        .hasMessageContaining(code);
  }

  @Test
  void anotherCodeOfAnIdDoesNotMakeItMissing() {
    List<String> names = register(open(), 2);
    aws.fail("GetSecretValue", "SomethingNewException");
    assertThatThrownBy(() -> open().getAll(names))
        .isInstanceOf(InvalidSecretException.class)
        .hasMessageContaining("SomethingNewException");
    aws.fail("GetSecretValue", "InternalServiceError");
    assertThatThrownBy(() -> open("attempts", "1").getAll(names))
        .isInstanceOf(SecretsUnreachableException.class);
  }
}
