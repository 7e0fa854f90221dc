package dev.lockstep.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.home.LockstepHome;
import dev.lockstep.secret.InvalidSecretException;
import dev.lockstep.secret.Secret;
import dev.lockstep.secret.SecretAccessDeniedException;
import dev.lockstep.secret.SecretExistsException;
import dev.lockstep.secret.SecretNotFoundException;
import dev.lockstep.secret.SecretValue;
import dev.lockstep.secret.SecretsManager;
import dev.lockstep.secret.SecretsThrottledException;
import dev.lockstep.secret.SecretsUnreachableException;
import dev.lockstep.stack.ComponentContext;
import dev.lockstep.testing.aws.AwsSecretsManagerDouble;
import dev.lockstep.testing.conformance.Fault;
import dev.lockstep.testing.conformance.FaultProxy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.DescribeSecretResponse;
import software.amazon.awssdk.services.secretsmanager.model.Tag;

/** What the flavor does at AWS, beyond what all secrets managers do. */
final class AwsSecretsManagerTest {
  private final AwsSecretsManagerDouble aws = AwsSecretsManagerDouble.start();
  private final List<AutoCloseable> opened = new ArrayList<>();
  private final Path folder;

  AwsSecretsManagerTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
  }

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable each : opened) {
      each.close();
    }
    aws.close();
  }

  private SecretsManager open(String... attributes) {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("endpoint", aws.endpoint().toString());
    all.put("region", "us-east-1");
    for (int i = 0; i < attributes.length; i += 2) {
      all.put(attributes[i], attributes[i + 1]);
    }
    SecretsManager manager =
        new AwsSecretsManagerFlavor()
            .create(new ComponentContext("prod", all, new LockstepHome(folder), Map.of()));
    opened.add(manager);
    return manager;
  }

  /** Another tool, with AWS's own client. */
  private SecretsManagerClient other() {
    SecretsManagerClient client =
        SecretsManagerClient.builder()
            .httpClient(UrlConnectionHttpClient.create())
            .endpointOverride(aws.endpoint())
            .region(Region.US_EAST_1)
            .build();
    opened.add(client);
    return client;
  }

  private static Secret secret(String name, String type, String value) {
    return Secret.of(name, type, Map.of("k", SecretValue.of(value)));
  }

  private List<String> register(SecretsManager manager, int count) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      names.add("s" + i);
      manager.register(secret("s" + i, "basic_auth", "v" + i));
    }
    aws.forgetCalls();
    return names;
  }

  @Test
  void tenSecretsAreReadWithTheirTypesInOneCall() {
    List<String> names = register(open(), 10);

    Map<String, Secret> read = open().getAll(names);

    assertThat(aws.calls()).containsOnly(Map.entry("BatchGetSecretValue", 1));
    assertThat(read)
        .hasSize(10)
        .allSatisfy((name, s) -> assertThat(s.type()).isEqualTo("basic_auth"));
  }

  @Test
  void twentyFitIntoACall() {
    List<String> names = register(open(), 45);
    names.add("missing");

    assertThat(open().getAll(names)).hasSize(45);

    assertThat(aws.calls()).containsOnly(Map.entry("BatchGetSecretValue", 3));
  }

  @Test
  void oneSecretNeedsNoPermissionForBatches() {
    register(open(), 1);

    assertThat(open().getAll(List.of("s0"))).hasSize(1);
    assertThat(open().get("s0").type()).isEqualTo("basic_auth");

    assertThat(aws.calls()).containsOnly(Map.entry("GetSecretValue", 2));
  }

  @Test
  void whereBatchesAreNotAllowedSecretsAreReadOneByOne() {
    List<String> names = register(open(), 3);
    aws.fail("BatchGetSecretValue", "AccessDeniedException");
    SecretsManager manager = open();

    assertThat(manager.getAll(names)).hasSize(3);
    assertThat(manager.getAll(names)).hasSize(3);

    assertThat(aws.calls())
        .containsOnly(Map.entry("BatchGetSecretValue", 1), Map.entry("GetSecretValue", 6));
  }

  @Test
  void aSecretIsOneJsonObjectWithTagsForOtherTools() {
    open("prefix", "dev").register(secret("db/main", "mysql", "v"));

    DescribeSecretResponse described = other().describeSecret(r -> r.secretId("dev/db/main"));
    assertThat(described.tags())
        .containsExactlyInAnyOrder(tag("lockstep-managed", "true"), tag("lockstep-type", "mysql"));
    assertThat(other().getSecretValue(r -> r.secretId("dev/db/main")).secretString())
        .isEqualTo("{\"k\":\"v\"}");
  }

  private static Tag tag(String key, String value) {
    return Tag.builder().key(key).value(value).build();
  }

  @Test
  void theTypeIsThatOfTheTagsAfterAnotherToolWrote() {
    SecretsManager manager = open();
    manager.register(secret("a", "arbitrary", "v"));
    manager.update(secret("a", "basic_auth", "v2"));
    manager.register(secret("b", "mysql", "v"));
    other().putSecretValue(r -> r.secretId("a").secretString("{\"k\":\"theirs\"}"));
    aws.forgetCalls();

    Map<String, Secret> read = open().getAll(List.of("a", "b"));

    assertThat(read.values()).extracting(Secret::type).containsExactly("basic_auth", "mysql");
    assertThat(aws.calls())
        .containsOnly(Map.entry("BatchGetSecretValue", 1), Map.entry("DescribeSecret", 1));
    aws.fail("DescribeSecret", "AccessDeniedException");
    assertThat(open().get("a").type()).isEqualTo(Secret.ARBITRARY);
    assertThat(open().get("a").value("k")).contains(SecretValue.of("theirs"));
  }

  @Test
  void binaryValuesAreReadAsBase64() {
    byte[] bytes = {0, 1, (byte) 0xFF};
    other().createSecret(r -> r.name("keystore").secretBinary(SdkBytes.fromByteArray(bytes)));

    assertThat(open("single_values", "keystore:jks").get("keystore").value("jks"))
        .contains(SecretValue.of("AAH/"));
    assertThat(open().getAll(List.of("keystore", "none")).values())
        .extracting(secret -> secret.value("value").orElseThrow().reveal())
        .containsExactly("AAH/");
  }

  @Test
  void aSecretWithoutAValueIsMissing() {
    other().createSecret(r -> r.name("bare"));

    assertThatThrownBy(() -> open().get("bare")).isInstanceOf(SecretNotFoundException.class);
    assertThat(open().getAll(List.of("bare", "none"))).isEmpty();
    assertThatThrownBy(() -> open().register(secret("bare", "arbitrary", "v")))
        .isInstanceOf(SecretExistsException.class);
    open().update(secret("bare", "arbitrary", "v"));
    assertThat(open().get("bare").value("k")).contains(SecretValue.of("v"));
  }

  @Test
  void itIsToldUntilWhenADeletedSecretCanBeRestored() {
    SecretsManager manager = open("recovery_days", "7");
    manager.register(secret("db", "arbitrary", "v"));
    assertThat(manager.recoverableUntil("db")).isEmpty();
    manager.delete("db");
    Instant date = manager.recoverableUntil("db").orElseThrow();

    assertThat(Duration.between(Instant.now(), date))
        .isBetween(Duration.ofDays(6), Duration.ofDays(7));
    String until = "can be restored until " + date.truncatedTo(ChronoUnit.SECONDS);
    assertThatThrownBy(() -> manager.get("db"))
        .hasMessage(
            "Secrets manager 'prod' has no secret 'db': it was deleted, and " + until + ".");
    assertThatThrownBy(() -> manager.register(secret("db", "arbitrary", "w")))
        .isInstanceOf(SecretExistsException.class)
        .hasMessageContaining("has a deleted secret 'db' that " + until + "; it was left");
    aws.fail("DescribeSecret", "AccessDeniedException");
    assertThatThrownBy(() -> manager.get("db"))
        .hasMessage("Secrets manager 'prod' has no secret 'db'.");
  }

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

  @Test
  void aSecretWithAllTheTagsOfOthersGetsAnotherTypeAllTheSame() {
    List<Tag> tags = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      tags.add(Tag.builder().key("tag" + i).value("x").build());
    }
    Object unused = other().createSecret(r -> r.name("a").secretString("{}").tags(tags));
    open().update(secret("a", "aws", "v"));

    assertThat(open().get("a").type()).isEqualTo("aws");
    assertThat(other().describeSecret(r -> r.secretId("a")).tags()).hasSize(50);
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

  @Test
  void aListingThatLagsDecidesNothing() {
    SecretsManager manager = open();
    manager.register(secret("old", "arbitrary", "v"));
    aws.listPast();
    manager.register(secret("new", "arbitrary", "v"));

    assertThat(manager.get("new").value("k")).contains(SecretValue.of("v"));
    assertThatThrownBy(() -> manager.register(secret("new", "arbitrary", "v2")))
        .isInstanceOf(SecretExistsException.class);
    manager.update(secret("new", "arbitrary", "v3"));
    manager.delete("old");
    assertThat(manager.getAll(List.of("old", "new"))).containsOnlyKeys("new");
    manager.deleteAll(true); // It still lists what is gone.
    aws.listPresent();
    assertThat(manager.list()).containsExactly("new");
  }

  @Test
  void whatFiltersLetThroughIsLookedAt() {
    SecretsManager manager = open("prefix", "dev");
    manager.register(secret("a", "arbitrary", "v"));
    other()
        .createSecret(
            r ->
                r.name("dev/theirs")
                    .secretString("x")
                    .tags(tag("lockstep-managed-by", "true"), tag("other", "true")));
    other()
        .createSecret(
            r -> r.name("dev/no").secretString("x").tags(tag("lockstep-managed", "false")));

    assertThat(manager.list()).containsExactly("a");
    manager.deleteAll(true);
    assertThat(other().getSecretValue(r -> r.secretId("dev/theirs")).secretString()).isEqualTo("x");
    assertThat(other().getSecretValue(r -> r.secretId("dev/no")).secretString()).isEqualTo("x");
  }

  @Test
  void deletedSecretsAreKeptForAsLongAsConfigured() {
    SecretsManager manager = open("recovery_days", "7");
    manager.register(secret("a", "arbitrary", "v"));
    manager.delete("a");

    Duration left =
        Duration.between(Instant.now(), other().describeSecret(r -> r.secretId("a")).deletedDate());
    assertThat(left).isBetween(Duration.ofHours(7 * 24 - 1), Duration.ofDays(7));
    assertThatThrownBy(() -> open("recovery_days", "6"))
        .hasMessageContaining("'recovery_days' is a number from 7 to 30");
  }

  @Test
  void aNameIsFreeAgainThoughItsFinalDeletionTakesAWhile() {
    aws.forcedDeletionTakes(Duration.ofMillis(700));
    SecretsManager manager = open("deletion", "final");
    manager.register(secret("a", "arbitrary", "v"));
    manager.delete("a");
    manager.register(secret("a", "arbitrary", "v2"));
    assertThat(manager.get("a").value("k")).contains(SecretValue.of("v2"));

    // Even where somebody else has deleted it a moment ago.
    other().deleteSecret(r -> r.secretId("a").forceDeleteWithoutRecovery(true));
    manager.register(secret("a", "arbitrary", "v3"));
    assertThat(manager.get("a").value("k")).contains(SecretValue.of("v3"));
  }

  @Test
  void anUpdateMakesTwoCallsAndAReadOne() {
    SecretsManager manager = open();
    register(manager, 1);
    manager.update(secret("s0", "basic_auth", "v2"));
    assertThat(aws.calls())
        .containsOnly(Map.entry("DescribeSecret", 1), Map.entry("PutSecretValue", 1));
  }

  @Test
  void noTokenAndNoValueIsLoggedAtAnyLevel() {
    Map<String, String> session =
        Map.of(
            "aws.accessKeyId", "AKIAOFASESSION",
            "aws.secretAccessKey", "key-hunter2",
            "aws.sessionToken", "token-hunter2");
    session.forEach(System::setProperty);
    try (EverythingLogged log = new EverythingLogged()) {
      SecretsManager manager = open();
      manager.register(secret("a", "aws", "5uper-5ecret"));
      manager.get("a");

      assertThat(log.texts())
          .isNotEmpty()
          .noneMatch(text -> text.contains("hunter2"))
          .noneMatch(text -> text.contains("5uper-5ecret"));
    } finally {
      session.keySet().forEach(System::clearProperty);
    }
  }

  @Test
  void missingRegionAndCredentialsAreToldWithWhatMendsThem() {
    SecretsManager nowhere =
        new AwsSecretsManagerFlavor()
            .create(new ComponentContext("prod", Map.of(), new LockstepHome(folder), Map.of()));
    opened.add(nowhere);
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
      SecretsManager withoutRegion =
          new AwsSecretsManagerFlavor()
              .create(
                  new ComponentContext(
                      "prod", Map.of("profile", "nope"), new LockstepHome(folder), Map.of()));
      opened.add(withoutRegion);
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
