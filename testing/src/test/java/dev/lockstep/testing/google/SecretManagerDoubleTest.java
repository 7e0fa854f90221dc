package dev.lockstep.testing.google;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Google's reference says, of the double. */
final class SecretManagerDoubleTest {
  private static final String AUTOMATIC = "\"replication\":{\"automatic\":{}}";

  private final SecretManagerDouble google = SecretManagerDouble.start();

  @AfterEach
  void stop() {
    google.close();
  }

  private String url(String rest) {
    return google.endpoint() + "/v1/projects/p/" + rest;
  }

  private Exchange create(String id, String json) throws IOException {
    return Exchange.of("POST", url("secrets?secretId=" + id), "{" + json + "}");
  }

  private Exchange add(String id, String payload) throws IOException {
    String data = Base64.getEncoder().encodeToString(payload.getBytes(StandardCharsets.UTF_8));
    return Exchange.of(
        "POST", url("secrets/" + id + ":addVersion"), "{\"payload\":{\"data\":\"" + data + "\"}}");
  }

  private Exchange access(String id, String version) throws IOException {
    return Exchange.of("GET", url("secrets/" + id + "/versions/" + version + ":access"), "");
  }

  private Exchange version(String verb, String id, String version) throws IOException {
    return Exchange.of("POST", url("secrets/" + id + "/versions/" + version + ":" + verb), "{}");
  }

  private static void assertRefused(GoogleStatus expected, Exchange exchange) {
    assertThat(exchange.error()).isEqualTo(expected.name());
    assertThat(exchange.status()).isEqualTo(expected.http());
    assertThat(exchange.json().object("error").number("code")).isEqualTo(expected.http());
  }

  @Test
  void aSecretIsCreatedAndThenGetsVersions() throws IOException {
    JsonObject created =
        create("a", AUTOMATIC + ",\"labels\":{\"x\":\"y\"},\"annotations\":{\"k\":\"V w\"}").json();
    assertThat(created.string("name")).matches("projects/[0-9]+/secrets/a");
    assertThat(created.object("labels").fields()).isEqualTo(Map.of("x", "y"));
    assertThat(created.object("annotations").fields()).isEqualTo(Map.of("k", "V w"));
    assertRefused(GoogleStatus.NOT_FOUND, access("a", "latest"));

    assertThat(add("a", "one").json().string("name")).endsWith("/secrets/a/versions/1");
    assertThat(add("a", "two").json().string("state")).isEqualTo("ENABLED");
    JsonObject payload = access("a", "latest").json().object("payload");
    assertThat(payload.string("data"))
        .isEqualTo(Base64.getEncoder().encodeToString("two".getBytes(StandardCharsets.UTF_8)));
    assertThat(payload.string("dataCrc32c")).isEqualTo("1389933475");
    assertThat(access("a", "1").json().string("name")).endsWith("/secrets/a/versions/1");
    assertRefused(GoogleStatus.NOT_FOUND, access("a", "3"));
    assertRefused(GoogleStatus.ALREADY_EXISTS, create("a", AUTOMATIC));
  }

  @ParameterizedTest
  @CsvSource({"a.b", "a%2Fb", "a%20b", "''", "%C3%A4"})
  void idsHaveLettersDigitsHyphensAndUnderscores(String id) throws IOException {
    assertRefused(GoogleStatus.INVALID_ARGUMENT, create(id, AUTOMATIC));
  }

  @Test
  void limitsAreThoseOfTheDocumentation() throws IOException {
    assertThat(create("i".repeat(255), AUTOMATIC).status()).isEqualTo(200);
    assertRefused(GoogleStatus.INVALID_ARGUMENT, create("i".repeat(256), AUTOMATIC));
    create("a", AUTOMATIC);
    assertThat(add("a", "x".repeat(65_536)).status()).isEqualTo(200);
    assertRefused(GoogleStatus.INVALID_ARGUMENT, add("a", "x".repeat(65_537)));
    assertRefused(GoogleStatus.INVALID_ARGUMENT, add("a", ""));
    assertRefused(
        GoogleStatus.INVALID_ARGUMENT,
        create("b", AUTOMATIC + ",\"annotations\":{\"k\":\"" + "x".repeat(16_384) + "\"}"));
    StringBuilder labels = new StringBuilder();
    for (int i = 0; i < 65; i++) {
      labels.append(i == 0 ? "" : ",").append("\"l").append(i).append("\":\"\"");
    }
    assertRefused(
        GoogleStatus.INVALID_ARGUMENT, create("b", AUTOMATIC + ",\"labels\":{" + labels + "}"));
  }

  @ParameterizedTest
  @CsvSource({"Upper,v", "a.b,v", "1a,v", "k,Upper", "k,a b", "k,a.b"})
  void labelsAreNarrow(String key, String value) throws IOException {
    assertRefused(
        GoogleStatus.INVALID_ARGUMENT,
        create("a", AUTOMATIC + ",\"labels\":{\"" + key + "\":\"" + value + "\"}"));
  }

  @Test
  void replicationIsRequiredAndFixedAndNotForRegionalSecrets() throws IOException {
    assertRefused(GoogleStatus.INVALID_ARGUMENT, create("a", ""));
    assertRefused(
        GoogleStatus.INVALID_ARGUMENT, create("a", "\"replication\":{\"userManaged\":{}}"));
    create("a", AUTOMATIC);
    assertRefused(
        GoogleStatus.INVALID_ARGUMENT,
        Exchange.of("PATCH", url("secrets/a?updateMask=replication"), "{" + AUTOMATIC + "}"));

    String regional = url("locations/europe-west4/secrets");
    assertRefused(
        GoogleStatus.INVALID_ARGUMENT,
        Exchange.of("POST", regional + "?secretId=a", "{" + AUTOMATIC + "}"));
    assertThat(Exchange.of("POST", regional + "?secretId=a", "{}").json().string("name"))
        .endsWith("/locations/europe-west4/secrets/a");
    assertThat(Exchange.of("GET", regional, "").json().objects("secrets")).hasSize(1);
    assertThat(Exchange.of("GET", url("secrets"), "").json().objects("secrets")).hasSize(1);
  }

  @Test
  void latestIsTheNewestVersionWhateverItsState() throws IOException {
    create("a", AUTOMATIC);
    add("a", "one");
    add("a", "two");
    version("disable", "a", "2");
    assertRefused(GoogleStatus.FAILED_PRECONDITION, access("a", "latest"));
    version("enable", "a", "2");
    assertThat(access("a", "latest").status()).isEqualTo(200);
    version("destroy", "a", "2");
    assertRefused(GoogleStatus.FAILED_PRECONDITION, access("a", "latest"));
    assertRefused(GoogleStatus.FAILED_PRECONDITION, version("enable", "a", "2"));

    List<JsonObject> versions =
        Exchange.of("GET", url("secrets/a/versions"), "").json().objects("versions");
    assertThat(versions.stream().map(v -> v.string("state")))
        .containsExactly("DESTROYED", "ENABLED");
    assertThat(
            Exchange.of("GET", url("secrets/a/versions?filter=state:ENABLED"), "")
                .json()
                .objects("versions"))
        .hasSize(1);
  }

  @Test
  void destructionIsDelayedWhereTheSecretSaysSo() throws IOException {
    create("a", AUTOMATIC + ",\"versionDestroyTtl\":\"86400s\"");
    add("a", "one");
    JsonObject version = version("destroy", "a", "1").json();
    assertThat(version.string("state")).isEqualTo("DISABLED");
    assertThat(version.string("scheduledDestroyTime")).isNotEmpty();
    version("enable", "a", "1");
    assertThat(access("a", "1").status()).isEqualTo(200);
    assertRefused(
        GoogleStatus.INVALID_ARGUMENT, create("b", AUTOMATIC + ",\"versionDestroyTtl\":\"60s\""));
  }

  @Test
  void aChangeNeedsTheEtagThatItGives() throws IOException {
    String etag = create("a", AUTOMATIC).json().string("etag").replace("\"", "\\\"");
    String change = "{\"annotations\":{\"k\":\"v\"},\"etag\":\"" + etag + "\"}";
    assertThat(Exchange.of("PATCH", url("secrets/a?updateMask=annotations"), change).status())
        .isEqualTo(200);
    assertRefused(
        GoogleStatus.FAILED_PRECONDITION,
        Exchange.of("PATCH", url("secrets/a?updateMask=annotations"), change));
    assertRefused(
        GoogleStatus.FAILED_PRECONDITION,
        Exchange.of("DELETE", url("secrets/a?etag=%22other%22"), ""));
    assertThat(Exchange.of("DELETE", url("secrets/a"), "").status()).isEqualTo(200);
    assertRefused(GoogleStatus.NOT_FOUND, Exchange.of("DELETE", url("secrets/a"), ""));
  }

  @Test
  void aChecksumThatDoesNotFitIsRefused() throws IOException {
    create("a", AUTOMATIC);
    String url = url("secrets/a:addVersion");
    assertThat(
            Exchange.of(
                    "POST", url, "{\"payload\":{\"data\":\"dHdv\",\"dataCrc32c\":\"1389933475\"}}")
                .status())
        .isEqualTo(200);
    assertRefused(
        GoogleStatus.INVALID_ARGUMENT,
        Exchange.of("POST", url, "{\"payload\":{\"data\":\"dHdv\",\"dataCrc32c\":\"1\"}}"));
  }

  @Test
  void listsComeInPagesFilteredByLabelAndName() throws IOException {
    for (int i = 0; i < 7; i++) {
      create("s" + i, AUTOMATIC + ",\"labels\":{\"odd\":\"" + (i % 2 == 1) + "\"}");
    }
    List<String> names = new ArrayList<>();
    String token = "";
    do {
      JsonObject page = Exchange.of("GET", url("secrets?pageSize=3&pageToken=" + token), "").json();
      page.objects("secrets").forEach(secret -> names.add(secret.string("name")));
      token = page.string("nextPageToken", "");
    } while (!token.isEmpty());
    assertThat(names).hasSize(7).isSorted();

    assertThat(filtered("labels.odd%3Dtrue")).isEqualTo(3);
    assertThat(filtered("labels.odd:*")).isEqualTo(7);
    assertThat(filtered("labels.odd%3Dtrue%20AND%20name:3")).isEqualTo(1);
    assertRefused(
        GoogleStatus.INVALID_ARGUMENT, Exchange.of("GET", url("secrets?filter=create_time"), ""));
    assertRefused(
        GoogleStatus.INVALID_ARGUMENT, Exchange.of("GET", url("secrets?pageToken=7"), ""));
  }

  private int filtered(String filter) throws IOException {
    return Exchange.of("GET", url("secrets?filter=" + filter), "").json().objects("secrets").size();
  }

  @Test
  void aListingMayLagBehind() throws IOException {
    create("old", AUTOMATIC);
    google.freezeListing();
    create("new", AUTOMATIC);
    assertThat(filtered("")).isEqualTo(1);
    assertThat(Exchange.of("GET", url("secrets/new"), "").status()).isEqualTo(200);
    google.thawListing();
    assertThat(filtered("")).isEqualTo(2);
  }

  @Test
  void callsAreCountedAndRefusedAsTheTestWants() throws IOException {
    create("a", AUTOMATIC);
    google.refuse("GetSecret", GoogleStatus.PERMISSION_DENIED);
    google.refuseOnce("ListSecrets", GoogleStatus.RESOURCE_EXHAUSTED);
    google.refuseAfter(1, "AddSecretVersion", GoogleStatus.UNAVAILABLE);

    assertRefused(GoogleStatus.PERMISSION_DENIED, Exchange.of("GET", url("secrets/a"), ""));
    assertRefused(GoogleStatus.RESOURCE_EXHAUSTED, Exchange.of("GET", url("secrets"), ""));
    assertThat(Exchange.of("GET", url("secrets"), "").status()).isEqualTo(200);
    assertThat(add("a", "1").status()).isEqualTo(200);
    assertRefused(GoogleStatus.UNAVAILABLE, add("a", "2"));
    google.allow("GetSecret");
    assertThat(Exchange.of("GET", url("secrets/a"), "").status()).isEqualTo(200);
    assertThat(google.calls("GetSecret")).isEqualTo(2);
    assertThat(google.calls())
        .isEqualTo(
            Map.of("CreateSecret", 1, "GetSecret", 2, "ListSecrets", 2, "AddSecretVersion", 2));
  }

  @Test
  void whatTheServiceDoesNotKnowIsRefused() throws IOException {
    assertRefused(GoogleStatus.UNIMPLEMENTED, Exchange.of("POST", url("secrets/a:undelete"), "{}"));
    assertRefused(
        GoogleStatus.INVALID_ARGUMENT,
        Exchange.of("POST", url("secrets?secretId=a"), "{\"replication\":"));
    assertRefused(
        GoogleStatus.INVALID_ARGUMENT,
        Exchange.of("POST", url("secrets?secretId=a"), "{\"replication\":1}"));
  }
}
