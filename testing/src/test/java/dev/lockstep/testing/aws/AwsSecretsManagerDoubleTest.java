package dev.lockstep.testing.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.json.Json;
import dev.lockstep.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The double refuses what AWS Secrets Manager refuses, with its codes. */
class AwsSecretsManagerDoubleTest {
  private static final String TOKEN = "a".repeat(32);

  private final AwsSecretsManagerDouble aws;

  AwsSecretsManagerDoubleTest() throws IOException {
    aws = AwsSecretsManagerDouble.start();
  }

  @AfterEach
  void stop() {
    aws.close();
  }

  /** The answer with the status in the field {@code status}. */
  private JsonObject call(String operation, Object... fieldsAndValues) throws IOException {
    Map<String, Object> request = new LinkedHashMap<>();
    for (int i = 0; i < fieldsAndValues.length; i += 2) {
      request.put((String) fieldsAndValues[i], fieldsAndValues[i + 1]);
    }
    HttpURLConnection connection = (HttpURLConnection) aws.endpoint().toURL().openConnection();
    connection.setDoOutput(true);
    connection.setRequestProperty("X-Amz-Target", "secretsmanager." + operation);
    connection.setRequestProperty("Authorization", "AWS4-HMAC-SHA256 Credential=x/y");
    connection.getOutputStream().write(Json.write(request).getBytes(StandardCharsets.UTF_8));
    int status = connection.getResponseCode();
    try (InputStream in =
        status == 200 ? connection.getInputStream() : connection.getErrorStream()) {
      JsonObject answer = Json.readObject(in);
      answer.fields().put("status", status);
      return answer;
    }
  }

  private JsonObject create(String name, String token, String text) throws IOException {
    return call("CreateSecret", "Name", name, "ClientRequestToken", token, "SecretString", text);
  }

  private JsonObject put(String name, String token, String text, String... labels)
      throws IOException {
    return labels.length == 0
        ? call(
            "PutSecretValue", "SecretId", name, "ClientRequestToken", token, "SecretString", text)
        : call(
            "PutSecretValue",
            "SecretId",
            name,
            "ClientRequestToken",
            token,
            "SecretString",
            text,
            "VersionStages",
            List.of(labels));
  }

  private static void assertFails(JsonObject answer, int status, String code) {
    assertThat(answer.string("__type", "no error")).isEqualTo(code);
    assertThat(answer.number("status")).isEqualTo(status);
  }

  private static String token(int number) {
    return String.format("%032d", number);
  }

  @Test
  void namesAndValuesAreLimited() throws IOException {
    for (String name : List.of("", "a b", "a:b", "ä", "a!", "n".repeat(513))) {
      assertFails(create(name, TOKEN, "x"), 400, "ValidationException");
    }
    assertFails(create("a", TOKEN, "x".repeat(65_537)), 400, "ValidationException");
    assertFails(create("a", TOKEN, ""), 400, "ValidationException");
    assertFails(create("a", "short", "x"), 400, "InvalidParameterException");
    assertFails(create("a", "t".repeat(65), "x"), 400, "InvalidParameterException");
    assertThat(create("n".repeat(512), TOKEN, "x".repeat(65_536)).number("status")).isEqualTo(200);
    assertThat(create("A/_+=.@-z9", token(2), "x").number("status")).isEqualTo(200);
    List<Map<String, String>> tags = new ArrayList<>();
    for (int i = 0; i < 51; i++) {
      tags.add(Map.of("Key", "k" + i, "Value", "v"));
    }
    assertFails(
        call("CreateSecret", "Name", "t", "ClientRequestToken", TOKEN, "Tags", tags),
        400,
        "InvalidParameterException");
  }

  @Test
  void aTokenMakesARepeatedRequestOne() throws IOException {
    String version = create("a", TOKEN, "x").string("VersionId");
    assertThat(version).isEqualTo(TOKEN);
    assertThat(create("a", TOKEN, "x").string("VersionId")).isEqualTo(TOKEN);
    assertFails(create("a", TOKEN, "y"), 400, "ResourceExistsException");
    assertFails(create("a", token(1), "x"), 400, "ResourceExistsException");
    assertThat(put("a", token(2), "y").number("status")).isEqualTo(200);
    assertThat(put("a", token(2), "y").number("status")).isEqualTo(200);
    assertFails(put("a", token(2), "z"), 400, "ResourceExistsException");
  }

  @Test
  void labelsMoveWithThePuttingOfVersions() throws IOException {
    create("a", TOKEN, "1");
    put("a", token(2), "2", "AWSCURRENT", "mine");
    put("a", token(3), "3", "AWSCURRENT", "mine");
    put("a", token(4), "4", "other");

    assertThat(call("GetSecretValue", "SecretId", "a").strings("VersionStages"))
        .containsExactlyInAnyOrder("AWSCURRENT", "mine");
    assertThat(
            call("GetSecretValue", "SecretId", "a", "VersionStage", "AWSPREVIOUS")
                .string("SecretString"))
        .isEqualTo("2");
    assertThat(
            call("GetSecretValue", "SecretId", "a", "VersionStage", "other").string("SecretString"))
        .isEqualTo("4");
    assertFails(
        call(
            "UpdateSecretVersionStage",
            "SecretId",
            "a",
            "VersionStage",
            "mine",
            "MoveToVersionId",
            TOKEN),
        400,
        "InvalidParameterException");
    assertFails(
        call("GetSecretValue", "SecretId", "a", "VersionStage", "none"),
        400,
        "ResourceNotFoundException");
  }

  @Test
  void versionsAreLimited() throws IOException {
    create("a", TOKEN, "0");
    for (int i = 1; i < 100; i++) {
      assertThat(put("a", token(i), "v").number("status")).isEqualTo(200);
    }
    assertFails(put("a", token(100), "v"), 400, "LimitExceededException");
  }

  @Test
  void aBatchHasAtMostTwentyAndTellsEachFailure() throws IOException {
    create("a", TOKEN, "1");
    create("gone", token(2), "2");
    call("DeleteSecret", "SecretId", "gone");

    JsonObject answer = call("BatchGetSecretValue", "SecretIdList", List.of("a", "gone", "never"));
    assertThat(answer.number("status")).isEqualTo(200);
    assertThat(answer.objects("SecretValues")).hasSize(1);
    assertThat(answer.objects("Errors"))
        .extracting(error -> error.string("ErrorCode"))
        .containsExactly("InvalidRequestException", "ResourceNotFoundException");
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 21; i++) {
      ids.add("s" + i);
    }
    assertFails(call("BatchGetSecretValue", "SecretIdList", ids), 400, "ValidationException");
    assertThat(call("BatchGetSecretValue", "SecretIdList", ids.subList(0, 20)).number("status"))
        .isEqualTo(200);
  }

  @Test
  void aDeletedSecretCanOnlyBeDescribedRestoredAndDeletedFinally() throws IOException {
    create("a", TOKEN, "1");
    assertFails(
        call("DeleteSecret", "SecretId", "a", "RecoveryWindowInDays", 6),
        400,
        "InvalidParameterException");
    assertFails(
        call(
            "DeleteSecret",
            "SecretId",
            "a",
            "RecoveryWindowInDays",
            7,
            "ForceDeleteWithoutRecovery",
            true),
        400,
        "InvalidParameterException");
    call("DeleteSecret", "SecretId", "a", "RecoveryWindowInDays", 7);

    assertFails(call("GetSecretValue", "SecretId", "a"), 400, "InvalidRequestException");
    assertFails(put("a", token(2), "2"), 400, "InvalidRequestException");
    assertFails(create("a", token(3), "3"), 400, "InvalidRequestException");
    assertFails(call("DeleteSecret", "SecretId", "a"), 400, "InvalidRequestException");
    assertThat(call("DescribeSecret", "SecretId", "a").number("DeletedDate")).isPositive();
    assertThat(call("ListSecrets").objects("SecretList")).isEmpty();
    assertThat(call("ListSecrets", "IncludePlannedDeletion", true).objects("SecretList"))
        .hasSize(1);
    call("RestoreSecret", "SecretId", "a");
    assertThat(call("GetSecretValue", "SecretId", "a").string("SecretString")).isEqualTo("1");
    call("DeleteSecret", "SecretId", "a");
    call("DeleteSecret", "SecretId", "a", "ForceDeleteWithoutRecovery", true);
    assertFails(call("DescribeSecret", "SecretId", "a"), 400, "ResourceNotFoundException");
    assertThat(
            call("DeleteSecret", "SecretId", "never", "ForceDeleteWithoutRecovery", true)
                .number("status"))
        .isEqualTo(200);
  }

  @Test
  void aForcedDeletionMayTakeAWhile() throws IOException {
    aws.forcedDeletionTakes(Duration.ofMinutes(1));
    create("a", TOKEN, "1");
    call("DeleteSecret", "SecretId", "a", "ForceDeleteWithoutRecovery", true);

    assertFails(create("a", token(2), "2"), 400, "InvalidRequestException");
    assertFails(call("GetSecretValue", "SecretId", "a"), 400, "InvalidRequestException");
  }

  @Test
  void listingsComeInPagesAndMayLagBehind() throws IOException {
    for (int i = 0; i < 101; i++) {
      create("team/" + i, token(i), "x");
    }
    create("other", TOKEN, "x");
    List<Map<String, Object>> filters = List.of(Map.of("Key", "name", "Values", List.of("team/")));
    JsonObject first = call("ListSecrets", "Filters", filters);
    JsonObject second =
        call("ListSecrets", "Filters", filters, "NextToken", first.string("NextToken"));

    assertThat(first.objects("SecretList")).hasSize(100);
    assertThat(second.objects("SecretList")).hasSize(1);
    assertThat(second.stringOrNull("NextToken")).isNull();
    assertFails(call("ListSecrets", "MaxResults", 101), 400, "ValidationException");
    assertFails(call("ListSecrets", "NextToken", "x"), 400, "InvalidNextTokenException");
    aws.listPast();
    create("later", token(999), "x");
    List<Map<String, Object>> later = List.of(Map.of("Key", "name", "Values", List.of("later")));
    assertThat(call("ListSecrets", "Filters", later).objects("SecretList")).isEmpty();
    aws.listPresent();
    assertThat(call("ListSecrets", "Filters", later).objects("SecretList")).hasSize(1);
  }

  @Test
  void callsAreCountedAndFailWhenTold() throws IOException {
    create("a", TOKEN, "1");
    aws.fail("GetSecretValue", "ThrottlingException");

    assertFails(call("GetSecretValue", "SecretId", "a"), 400, "ThrottlingException");
    assertThat(
            call("BatchGetSecretValue", "SecretIdList", List.of("a"))
                .objects("Errors")
                .get(0)
                .string("ErrorCode"))
        .isEqualTo("ThrottlingException");
    aws.recover();
    assertThat(call("GetSecretValue", "SecretId", "a").number("status")).isEqualTo(200);
    assertThat(aws.calls())
        .containsOnly(
            Map.entry("CreateSecret", 1),
            Map.entry("GetSecretValue", 2),
            Map.entry("BatchGetSecretValue", 1));
    assertThat(aws.callCount()).isEqualTo(4);
    aws.forgetCalls();
    assertThat(aws.callCount()).isZero();
  }

  @Test
  void whatIsNotSignedIsRefused() throws IOException {
    HttpURLConnection connection = (HttpURLConnection) aws.endpoint().toURL().openConnection();
    connection.setDoOutput(true);
    connection.setRequestProperty("X-Amz-Target", "secretsmanager.ListSecrets");
    connection.getOutputStream().write("{}".getBytes(StandardCharsets.UTF_8));

    assertThat(connection.getResponseCode()).isEqualTo(400);
    try (InputStream error = connection.getErrorStream()) {
      assertThat(Json.readObject(error).string("__type"))
          .isEqualTo("MissingAuthenticationTokenException");
    }
  }
}
