package dev.lockstep.testing.azure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.json.JsonObject;
import dev.lockstep.testing.azure.VaultClient.Answer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class KeyVaultDoubleTest {
  private KeyVaultDouble vault;
  private VaultClient client;

  @BeforeEach
  void start() throws IOException {
    vault = KeyVaultDouble.start();
    client = new VaultClient(vault.endpoint());
  }

  @AfterEach
  void stop() {
    vault.close();
  }

  @Test
  void challengesWhoeverBringsNoToken() {
    Answer answer = client.send("GET", "/secrets/db", null, false);

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.response().headers().firstValue("WWW-Authenticate").orElseThrow())
        .startsWith("Bearer authorization=\"https://login.microsoftonline.com/")
        .endsWith("resource=\"https://vault.azure.net\"");
    assertThat(vault.calls()).isZero();
  }

  @Test
  void returnsWhatWasSetWithItsTagsAndAVersion() {
    client.set(
        "db", Map.of("value", "v", "contentType", "application/json", "tags", Map.of("a", "b")));

    JsonObject read = client.get("/secrets/db").json();
    assertThat(read.string("value")).isEqualTo("v");
    assertThat(read.string("contentType")).isEqualTo("application/json");
    assertThat(read.object("tags").fields()).isEqualTo(Map.of("a", "b"));
    assertThat(read.string("id")).matches("https://127\\.0\\.0\\.1:[0-9]+/secrets/db/[0-9a-f]{32}");
    assertThat(read.object("attributes").string("recoveryLevel"))
        .isEqualTo("Recoverable+Purgeable");
  }

  @Test
  void replacesTagsAndKeepsOldVersions() {
    String first = client.set("db", Map.of("value", "one", "tags", Map.of("a", "b"))).version();
    String second = client.set("db", "two").version();

    assertThat(client.get("/secrets/db/").json().string("value")).isEqualTo("two");
    assertThat(client.get("/secrets/db").json().objectOrNull("tags")).isNull();
    assertThat(client.get("/secrets/db/" + first).json().string("value")).isEqualTo("one");
    assertThat(client.get("/secrets/db/versions").json().objects("value"))
        .extracting(item -> item.string("id"))
        .containsExactlyInAnyOrder(
            client.get("/secrets/db/" + first).json().string("id"),
            client.get("/secrets/db/" + second).json().string("id"));
    assertThat(client.get("/secrets/db/" + "0".repeat(32)).status()).isEqualTo(404);
  }

  @Test
  void doesNotTellCaseApartInNames() {
    client.set("Db", "v");

    assertThat(client.get("/secrets/dB").json().string("value")).isEqualTo("v");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a_b", "a.b", "a%2Fb%3F", "a%20b"})
  void refusesNamesThatTheVaultCannotHave(String name) {
    assertThat(client.set(name, "v").status()).isIn(400, 405);
  }

  @Test
  void holdsNamesOf127Characters() {
    assertThat(client.set("n".repeat(127), "v").status()).isEqualTo(200);
    assertThat(client.set("n".repeat(128), "v").code()).isEqualTo("BadParameter");
  }

  @Test
  void holdsValuesOf25600Bytes() {
    assertThat(client.set("db", "é".repeat(12_800)).status()).isEqualTo(200);
    Answer refused = client.set("db", "é".repeat(12_800) + "x");
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.code()).isEqualTo("BadParameter");
  }

  @Test
  void needsAValueAndAnObject() {
    assertThat(client.set("db", Map.of("tags", Map.of())).status()).isEqualTo(400);
    assertThat(client.set("db", Map.of("value", 1)).status()).isEqualTo(400);
    assertThat(client.send("PUT", "/secrets/db", "no JSON", true).status()).isEqualTo(400);
    assertThat(client.get("/secrets/db").status()).isEqualTo(404);
  }

  @Test
  void holds15TagsOf512Characters() {
    Map<String, Object> tags = new HashMap<>();
    for (int i = 0; i < 15; i++) {
      tags.put("%02d".formatted(i) + "t".repeat(510), "v".repeat(512));
    }
    assertThat(client.set("db", Map.of("value", "", "tags", tags)).status()).isEqualTo(200);
    assertThat(client.set("db", Map.of("value", "", "tags", Map.of("t", "v".repeat(513)))).status())
        .isEqualTo(400);
    assertThat(client.set("db", Map.of("value", "", "tags", Map.of("t".repeat(513), "v"))).status())
        .isEqualTo(400);
    tags.put("one", "more");
    assertThat(client.set("db", Map.of("value", "", "tags", tags)).status()).isEqualTo(400);
  }

  @Test
  void holdsAContentTypeOf255Characters() {
    assertThat(client.set("db", Map.of("value", "", "contentType", "c".repeat(255))).status())
        .isEqualTo(200);
    assertThat(client.set("db", Map.of("value", "", "contentType", "c".repeat(256))).status())
        .isEqualTo(400);
  }

  @Test
  void needsAnApiVersion() {
    assertThat(client.sendExactly("GET", vault.endpoint() + "/secrets/db", null, true).code())
        .isEqualTo("BadParameter");
  }

  @Test
  void listsInPagesSomeOfWhichAreEmpty() {
    for (int i = 0; i < 60; i++) {
      client.set("s-%03d".formatted(i), "v");
    }
    List<String> names = new ArrayList<>();
    List<Integer> sizes = new ArrayList<>();
    String next = vault.endpoint() + "/secrets?api-version=7.6";
    while (next != null) {
      JsonObject page =
          client.sendExactly("GET", next.replace("https:", "http:"), null, true).json();
      sizes.add(page.objects("value").size());
      page.objects("value").forEach(item -> names.add(item.string("id")));
      page.objects("value").forEach(item -> assertThat(item.fields()).doesNotContainKey("value"));
      next = page.stringOrNull("nextLink");
    }
    assertThat(sizes).containsExactly(25, 0, 25, 0, 10);
    assertThat(names).hasSize(60).doesNotHaveDuplicates();
    assertThat(client.get("/secrets?maxresults=26").status()).isEqualTo(400);
  }

  @Test
  void keepsADeletedSecretAndRefusesItsName() {
    client.set("db", "v");
    JsonObject deleted = client.delete("/secrets/db").json();

    assertThat(deleted.number("scheduledPurgeDate") - deleted.number("deletedDate"))
        .isEqualTo(90L * 24 * 60 * 60);
    assertThat(client.get("/secrets/db").code()).isEqualTo("SecretNotFound");
    assertThat(client.get("/secrets").json().objects("value")).isEmpty();
    assertThat(client.get("/deletedsecrets/db").json().number("deletedDate")).isPositive();
    assertThat(client.get("/deletedsecrets").json().objects("value")).hasSize(1);
    Answer set = client.set("db", "w");
    assertThat(set.status()).isEqualTo(409);
    assertThat(set.inner()).isEqualTo("ObjectIsDeletedButRecoverable");
    assertThat(client.delete("/secrets/db").status()).isEqualTo(404);
  }

  @Test
  void takesAWhileToDelete() {
    vault.deletionTakes(2);
    client.set("db", "v");
    client.delete("/secrets/db");

    assertThat(client.get("/deletedsecrets/db").status()).isEqualTo(404);
    assertThat(client.delete("/deletedsecrets/db").inner()).isEqualTo("ObjectIsBeingDeleted");
    assertThat(client.get("/deletedsecrets/db").status()).isEqualTo(200);
  }

  @Test
  void bringsARecoveredSecretBackWithAllVersions() {
    vault.recoveryTakes(1);
    client.set("db", "one");
    client.set("db", "two");
    client.delete("/secrets/db");

    assertThat(client.recover("db").status()).isEqualTo(200);
    assertThat(client.set("db", "three").inner()).isEqualTo("ObjectIsBeingRecovered");
    assertThat(client.get("/secrets/db").json().string("value")).isEqualTo("two");
    assertThat(client.get("/secrets/db/versions").json().objects("value")).hasSize(2);
    assertThat(client.recover("db").status()).isEqualTo(404);
  }

  @Test
  void freesTheNameOfAPurgedSecretAfterAWhile() {
    vault.purgeTakes(3);
    client.set("db", "v");
    client.delete("/secrets/db");

    assertThat(client.delete("/deletedsecrets/db").status()).isEqualTo(204);
    assertThat(client.get("/secrets/db").status()).isEqualTo(404);
    assertThat(client.get("/deletedsecrets/db").status()).isEqualTo(404);
    assertThat(client.set("db", "w").inner()).isEqualTo("ObjectIsBeingDeleted");
    assertThat(client.set("db", "w").status()).isEqualTo(200);
    assertThat(client.get("/secrets/db/versions").json().objects("value")).hasSize(1);
  }

  @Test
  void purgesNothingUnderPurgeProtection() {
    vault.protectFromPurge();
    client.set("db", "v");
    client.delete("/secrets/db");

    Answer purged = client.delete("/deletedsecrets/db");
    assertThat(purged.status()).isEqualTo(403);
    assertThat(purged.inner()).isEqualTo("ForbiddenByPolicy");
    assertThat(client.recover("db").json().object("attributes").string("recoveryLevel"))
        .isEqualTo("Recoverable");
  }

  @Test
  void hidesTheValueOfADisabledSecretButNotItsTags() {
    String version = client.set("db", "v").version();
    client.patch(
        "/secrets/db/" + version,
        Map.of("attributes", Map.of("enabled", false), "tags", Map.of("a", "b")));

    Answer answer = client.get("/secrets/db");
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.inner()).isEqualTo("SecretDisabled");
    assertThat(client.get("/secrets").json().objects("value"))
        .singleElement()
        .satisfies(item -> assertThat(item.object("tags").string("a")).isEqualTo("b"));
  }

  @Test
  void refusesWhatIsDeniedAndCountsIt() {
    client.set("db", "v");
    vault.deny(KeyVaultOperation.GET);

    Answer denied = client.get("/secrets/db");
    assertThat(denied.status()).isEqualTo(403);
    assertThat(denied.inner()).isEqualTo("AccessDenied");
    vault.allowAll();
    assertThat(client.get("/secrets/db").status()).isEqualTo(200);
    assertThat(vault.calls(KeyVaultOperation.GET)).isEqualTo(2);
    assertThat(vault.calls()).isEqualTo(3);
  }

  @Test
  void throttlesAsManyCallsAsItIsTold() {
    vault.throttle(KeyVaultOperation.SET, 1, 7);

    Answer throttled = client.set("db", "v");
    assertThat(throttled.status()).isEqualTo(429);
    assertThat(throttled.code()).isEqualTo("Throttled");
    assertThat(throttled.response().headers().firstValue("Retry-After")).hasValue("7");
    assertThat(client.set("db", "v").status()).isEqualTo(200);
  }

  @Test
  void hasNoOperationsThatAreNotOfSecrets() {
    @Nullable String nothing = null;
    assertThat(client.send("GET", "/keys/db", nothing, true).status()).isEqualTo(405);
  }
}
