package dev.lockstep.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.secret.SecretAccessDeniedException;
import dev.lockstep.secret.SecretsManager;
import dev.lockstep.testing.conformance.Fault;
import dev.lockstep.testing.conformance.FaultProxy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where credentials, roles and a region come from, and what is said without them. */
final class CredentialsTest extends AwsTest {
  @Test
  void missingRegionAndCredentialsAreToldWithWhatMendsThem() {
    SecretsManager nowhere = create(Map.of());
    assertThatThrownBy(() -> nowhere.get("a"))
        .isInstanceOf(SecretAccessDeniedException.class)
        .hasMessageContaining("nothing names an AWS region")
        .hasMessageContaining("lockstep secrets-manager update prod --region=REGION");
  }

  @Test
  void aProfileThatIsInNoFileIsToldWithTheFiles() {
    Path config = folder.resolve("config");
    Path credentials = folder.resolve("credentials");
    System.setProperty("aws.configFile", config.toString());
    System.setProperty("aws.sharedCredentialsFile", credentials.toString());
    String problem = "the AWS profile 'nope' is neither in " + credentials + " nor in " + config;
    try {
      SecretsManager withoutRegion = create(Map.of("profile", "nope"));
      for (SecretsManager manager : List.of(withoutRegion, open("profile", "nope"))) {
        assertThatThrownBy(() -> manager.get("a"))
            .isInstanceOf(SecretAccessDeniedException.class)
            .hasMessageContaining(problem)
            .hasMessageContaining(
                "Fix: aws configure --profile nope, or name another one: lockstep secrets-manager"
                    + " update prod --profile=PROFILE");
      }
      System.setProperty("aws.profile", "nope");
      NamedProfile ofEnvironment = NamedProfile.of(null).orElseThrow();
      assertThat(ofEnvironment.isMissing()).isTrue();
      assertThat(ofEnvironment.problem()).isEqualTo(problem);
      assertThat(ofEnvironment.fix("lockstep x --"))
          .contains("or name another one: in AWS_PROFILE, or lockstep x --profile=PROFILE");
    } finally {
      System.clearProperty("aws.profile");
      System.clearProperty("aws.configFile");
      System.clearProperty("aws.sharedCredentialsFile");
    }
  }

  @Test
  void aProfileThatGivesNoCredentialsIsToldOnceAndAtOnce() throws IOException {
    Path config = folder.resolve("config");
    System.setProperty("aws.configFile", config.toString());
    try {
      Files.writeString(
          config,
          """
          [profile center]
          sso_session = my
          sso_account_id = 123456789012
          sso_role_name = r
          [sso-session my]
          sso_start_url = https://example.awsapps.com/start
          sso_region = us-east-1
          [profile program]
          credential_process = /bin/false
          [profile chain]
          source_profile = none
          role_arn = arn:aws:iam::123456789012:role/x
          """);
      assertThatThrownBy(() -> open("profile", "center").get("a"))
          .isInstanceOf(SecretAccessDeniedException.class)
          .hasMessageContaining("the AWS profile 'center' logs in with what is no part")
          .hasMessageContaining(
              "Fix: eval \"$(aws configure export-credentials --profile center --format env)\"");
      for (String profile : List.of("program", "chain")) {
        assertThatThrownBy(() -> open("profile", profile).get("a"))
            .isInstanceOf(SecretAccessDeniedException.class)
            .hasMessageContaining("the AWS profile '" + profile + "' gives no credentials");
      }
      Files.writeString(config, "[profile broken");
      assertThatThrownBy(() -> open("profile", "broken").get("a"))
          .isInstanceOf(SecretAccessDeniedException.class)
          .hasMessageContaining("the files in ~/.aws cannot be read");
    } finally {
      System.clearProperty("aws.configFile");
    }
  }

  @Test
  void aRoleThatIsRefusedIsToldFromASecretThatIs() throws IOException {
    try (FaultProxy sts = FaultProxy.before(aws.endpoint())) {
      System.setProperty("aws.endpointUrlSts", sts.endpoint().toString());
      sts.inject(
          Fault.answer(
              403,
              "<ErrorResponse><Error><Type>Sender</Type><Code>AccessDenied</Code>"
                  + "<Message>hunter2</Message></Error></ErrorResponse>"));
      assertThatThrownBy(() -> open("role_arn", "arn:aws:iam::123456789012:role/reader").get("a"))
          .isInstanceOf(SecretAccessDeniedException.class)
          .hasMessageContaining(
              "the role 'arn:aws:iam::123456789012:role/reader' was refused, AccessDenied. Fix:"
                  + " allow sts:AssumeRole")
          .hasMessageNotContaining("hunter2");
      assertThat(sts.requests()).isEqualTo(1);
      assertThat(aws.callCount()).isZero();
    } finally {
      System.clearProperty("aws.endpointUrlSts");
    }
  }

  @ParameterizedTest
  @CsvSource({"3600,1", "20,3"})
  void aRoleIsTakenAgainBeforeItEnds(int seconds, int times) throws IOException {
    register(open(), 1);
    try (FaultProxy sts = FaultProxy.before(aws.endpoint())) {
      System.setProperty("aws.endpointUrlSts", sts.endpoint().toString());
      sts.inject(
          Fault.answer(
              200,
              "<AssumeRoleResponse><AssumeRoleResult><Credentials><AccessKeyId>AKIAROLE"
                  + "</AccessKeyId><SecretAccessKey>s</SecretAccessKey><SessionToken>t"
                  + "</SessionToken><Expiration>"
                  + Instant.now().plusSeconds(seconds)
                  + "</Expiration></Credentials></AssumeRoleResult></AssumeRoleResponse>"));
      SecretsManager manager = open("role_arn", "arn:aws:iam::123456789012:role/reader");
      for (int i = 0; i < 3; i++) {
        assertThat(manager.get("s0").type()).isEqualTo("basic_auth");
      }

      assertThat(sts.requests()).isEqualTo(times);
    } finally {
      System.clearProperty("aws.endpointUrlSts");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "endpoint,localhost:4566,'endpoint' is no http or https URI",
    "region,Frankfurt,'region' is no region",
    "region,eu/../,'region' is no region",
    "role_arn,reader,'role_arn' is not like arn:aws:iam::123456789012:role/NAME",
    "external_id,x,'external_id' goes with 'role_arn'",
    "role_session_name,a b,'role_session_name' has 2 to 64",
    "role_session_name,a,'role_session_name' has 2 to 64"
  })
  void whatCannotBeConfiguredIsRefused(String attribute, String value, String problem) {
    assertThatThrownBy(() -> open(attribute, value)).hasMessageContaining(problem);
  }
}
