package dev.lockstep.vault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.json.JsonObject;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the double and the real server have to answer alike. */
abstract class ServerContract extends VaultContract {
  private Admin.Answer write(String name, Object cas, Map<String, ?> data) {
    return root.post("secret/data/" + name, Map.of("options", Map.of("cas", cas), "data", data));
  }

  private static void assertComplains(Admin.Answer answer, int status, String words) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    assertThat(String.join("\n", answer.errors())).contains(words);
  }

  private static void assertAbsent(Admin.Answer answer) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(404);
    assertThat(answer.errors()).isEmpty();
  }

  @Test
  void whatNeverWasIsAbsentWithoutComplaint() {
    assertAbsent(root.get("secret/data/a"));
    assertAbsent(root.get("secret/metadata/a"));
    assertAbsent(root.get("secret/metadata/?list=true"));
    assertAbsent(root.get("secret/metadata/a/?list=true"));
    assertThat(root.delete("secret/data/a").status()).isEqualTo(204);
    assertThat(root.delete("secret/metadata/a").status()).isEqualTo(204);
    assertThat(root.post("secret/undelete/a", Map.of("versions", List.of(1))).status())
        .isEqualTo(204);
  }

  @Test
  void aVersionIsWrittenWhenItFollowsTheNewest() {
    JsonObject first = write("a", 0, Map.of("k", "1")).data();
    assertThat(first.number("version")).isEqualTo(1);
    assertThat(first.string("deletion_time")).isEmpty();
    assertThat(first.flag("destroyed", true)).isFalse();
    assertThat(first.fields()).containsEntry("custom_metadata", null);

    assertComplains(write("a", 0, Map.of("k", "2")), 400, "check-and-set");
    assertComplains(write("a", 2, Map.of("k", "2")), 400, "check-and-set");
    assertThat(write("a", 1, Map.of("k", "2")).data().number("version")).isEqualTo(2);
    JsonObject read = root.get("secret/data/a").data();
    assertThat(read.object("data").fields()).containsExactly(Map.entry("k", "2"));
    assertThat(read.object("metadata").number("version")).isEqualTo(2);
    assertThat(root.get("secret/data/a?version=1").data().object("data").string("k"))
        .isEqualTo("1");
    assertAbsent(root.get("secret/data/a?version=3"));
  }

  @Test
  void aWriteWithoutCheckIsTakenUnlessOneIsRequired() {
    assertThat(root.post("secret/data/a", "{\"data\":{\"k\":\"1\"}}").status()).isEqualTo(200);
    root.make("secret/metadata/a", Map.of("cas_required", true));

    assertComplains(
        root.post("secret/data/a", "{\"data\":{\"k\":\"2\"}}"), 400, "check-and-set parameter");
    assertThat(write("a", 1, Map.of("k", "2")).status()).isEqualTo(200);
    root.make("secret/config", Map.of("cas_required", true));
    assertComplains(
        root.post("secret/data/b", "{\"data\":{\"k\":\"2\"}}"), 400, "check-and-set parameter");
    assertThat(write("b", 0, Map.of("k", "2")).status()).isEqualTo(200);
  }

  @Test
  void dataIsAnObject() {
    assertComplains(root.post("secret/data/a", "{\"data\":\"text\"}"), 400, "data");
    assertComplains(root.post("secret/data/a", "{\"options\":{\"cas\":0}}"), 400, "no data");
    assertThat(root.post("secret/data/a", "{\"data\":{}}").status()).isEqualTo(200);
    assertThat(root.get("secret/data/a").data().object("data").fields()).isEmpty();
    assertAbsent(root.get("secret/data/b"));
  }

  @Test
  void fieldsComeBackSortedAndNumbersAsDoubles() {
    root.post(
        "secret/data/a",
        "{\"data\":{\"z\":\"<&>\\u0000\\n\",\"a\":12345678901234567890,\"m\":{\"y\":[true,null]}}}");

    JsonObject data = root.get("secret/data/a").data().object("data");
    assertThat(data.fields().keySet()).containsExactly("a", "m", "z");
    assertThat(data.string("z")).isEqualTo("<&>\u0000\n");
    assertThat(new BigDecimal(String.valueOf(data.fields().get("a"))))
        .isEqualByComparingTo("12345678901234567000");
  }

  @Test
  void aDeletedVersionIsDescribedAndCanBeRestored() {
    write("a", 0, Map.of("k", "1"));
    assertThat(root.delete("secret/data/a").status()).isEqualTo(204);

    Admin.Answer deleted = root.get("secret/data/a");
    assertThat(deleted.status()).isEqualTo(404);
    assertThat(deleted.data().fields()).containsEntry("data", null);
    assertThat(deleted.data().object("metadata").string("deletion_time")).isNotEmpty();
    assertThat(root.get("secret/metadata/?list=true").data().strings("keys")).containsExactly("a");
    assertComplains(write("a", 0, Map.of("k", "2")), 400, "check-and-set");
    root.make("secret/undelete/a", Map.of("versions", List.of(1)));
    assertThat(root.get("secret/data/a").status()).isEqualTo(200);
    root.make("secret/destroy/a", Map.of("versions", List.of(1)));
    Admin.Answer destroyed = root.get("secret/data/a");
    assertThat(destroyed.status()).isEqualTo(404);
    assertThat(destroyed.data().object("metadata").flag("destroyed", false)).isTrue();
    assertThat(root.delete("secret/metadata/a").status()).isEqualTo(204);
    assertAbsent(root.get("secret/data/a"));
  }

  @Test
  void metadataCanBeThereBeforeAVersion() {
    root.make("secret/metadata/a", Map.of("custom_metadata", Map.of("t", "x")));

    assertAbsent(root.get("secret/data/a"));
    JsonObject state = root.get("secret/metadata/a").data();
    assertThat(state.number("current_version")).isZero();
    assertThat(state.object("versions").fields()).isEmpty();
    assertThat(state.object("custom_metadata").fields()).containsExactly(Map.entry("t", "x"));
    JsonObject written = write("a", 0, Map.of("k", "1")).data();
    assertThat(written.object("custom_metadata").string("t")).isEqualTo("x");
    assertThat(root.get("secret/data/a").data().object("metadata").object("custom_metadata"))
        .isEqualTo(written.object("custom_metadata"));
  }

  @Test
  void customMetadataAreReplacedAndLimited() {
    root.make("secret/metadata/a", Map.of("custom_metadata", Map.of("a", "1", "b", "2")));
    root.make("secret/metadata/a", Map.of("custom_metadata", Map.of("c", "3")));
    assertThat(root.get("secret/metadata/a").data().object("custom_metadata").fields())
        .containsExactly(Map.entry("c", "3"));

    Map<String, String> most = new HashMap<>();
    for (int i = 0; i < 64; i++) {
      most.put("k" + i, "v");
    }
    root.make("secret/metadata/a", Map.of("custom_metadata", most));
    most.put("one", "more");
    for (Map<String, String> wrong :
        List.of(
            most,
            Map.of("k", ""),
            Map.of("k".repeat(129), "v"),
            Map.of("k", "v".repeat(513)),
            Map.of("k", "a\nb"))) {
      assertComplains(
          root.post("secret/metadata/a", Map.of("custom_metadata", wrong)), 400, "custom_metadata");
    }
    root.make(
        "secret/metadata/a", Map.of("custom_metadata", Map.of("k".repeat(128), "v".repeat(512))));
  }

  @Test
  void metadataHaveACheckOfTheirOwn() {
    assertThat(
            root.post("secret/metadata/a", "{\"custom_metadata\":{},\"metadata_cas\":1}").status())
        .isEqualTo(400);
    root.make("secret/metadata/a", Map.of("custom_metadata", Map.of(), "metadata_cas", 0));
    assertThat(root.get("secret/metadata/a").data().number("current_metadata_version"))
        .isEqualTo(1);
    write("a", 0, Map.of("k", "1"));
    assertThat(
            root.post("secret/metadata/a", "{\"custom_metadata\":{},\"metadata_cas\":0}").status())
        .isEqualTo(400);
    root.make("secret/metadata/a", Map.of("custom_metadata", Map.of(), "metadata_cas", 1));
  }

  @Test
  void oldVersionsGo() {
    for (int i = 0; i < 12; i++) {
      write("a", i, Map.of("k", "v"));
    }
    JsonObject state = root.get("secret/metadata/a").data();
    assertThat(state.number("current_version")).isEqualTo(12);
    assertThat(state.object("versions").fields()).hasSize(10).doesNotContainKeys("1", "2");
    root.make("secret/metadata/b", Map.of("max_versions", 1));
    write("b", 0, Map.of("k", "v"));
    write("b", 1, Map.of("k", "v"));
    assertThat(root.get("secret/metadata/b").data().object("versions").fields())
        .containsOnlyKeys("2");
    assertAbsent(root.get("secret/data/b?version=1"));
  }

  @Test
  void namesAreListedByFolder() {
    for (String name : List.of("a", "a/b", "a/c/d", "a.b", "b")) {
      write(name, 0, Map.of("k", "v"));
    }
    assertThat(root.get("secret/metadata/?list=true").data().strings("keys"))
        .containsExactly("a", "a.b", "a/", "b");
    assertThat(root.get("secret/metadata/a/?list=true").data().strings("keys"))
        .containsExactly("b", "c/");
    assertThat(root.send("LIST", "secret/metadata/a", "").data().strings("keys"))
        .containsExactly("b", "c/");
    assertAbsent(root.get("secret/metadata/b/?list=true"));
    assertThat(root.get("secret/data/a/?list=true").status()).isEqualTo(405);
  }

  @Test
  void aBodyWithTooManyTextsIsRefused() {
    Map<String, String> most = new HashMap<>();
    for (int i = 0; i < 490; i++) {
      most.put("k" + i, "v");
    }
    assertThat(write("a", 0, most).status()).isEqualTo(200);
    for (int i = 0; i < 20; i++) {
      most.put("more" + i, "v");
    }
    assertThat(write("b", 0, most).status()).isEqualTo(400);
  }

  @Test
  void whatIsNotMountedSaysSo() {
    assertComplains(root.get("nowhere/data/a"), 404, "no handler for route");
    assertComplains(root.post("auth/nowhere/login", "{}"), 404, "no handler for route");
    assertComplains(root.in("nowhere").get("secret/data/a"), 404, "namespace not found");
    assertThat(root.get("sys/internal/ui/mounts/nowhere").status()).isEqualTo(403);
  }

  @Test
  void aMountTellsItsVersion() {
    root.make("sys/mounts/old", Map.of("type", "kv", "options", Map.of("version", "1")));
    root.make("sys/mounts/team/new", Map.of("type", "kv", "options", Map.of("version", "2")));

    for (String[] mount : new String[][] {{"secret", "2"}, {"old", "1"}, {"team/new", "2"}}) {
      assertThat(
              root.get("sys/internal/ui/mounts/" + mount[0])
                  .data()
                  .object("options")
                  .string("version"))
          .isEqualTo(mount[1]);
    }
    assertAbsent(root.get("old/data/a"));
    assertAbsent(root.get("old/metadata/a"));
    assertThat(root.post("old/data/a", "{\"data\":{}}").status()).isEqualTo(204);
  }

  @Test
  void aPolicyAllowsWhatItSays() {
    Admin user =
        root.as(
            root.tokenWith(
                "p",
                """
                # Comments are allowed.
                path "secret/data/a" { capabilities = ["read", "update"] }
                path "secret/data/new/*" { capabilities = ["create"] }
                path "secret/metadata/*" { capabilities = ["list"] }
                """));
    write("a", 0, Map.of("k", "1"));

    assertThat(user.get("secret/data/a").status()).isEqualTo(200);
    assertThat(user.post("secret/data/a", "{\"data\":{}}").status()).isEqualTo(200);
    assertThat(user.post("secret/data/new/x", "{\"data\":{}}").status()).isEqualTo(200);
    assertThat(user.get("secret/metadata/?list=true").status()).isEqualTo(200);
    assertThat(user.get("sys/internal/ui/mounts/secret").status()).isEqualTo(200);
    assertThat(user.get("auth/token/lookup-self").status()).isEqualTo(200);
    for (Admin.Answer denied :
        List.of(
            user.post("secret/data/new/x", "{\"data\":{}}"),
            user.get("secret/data/b"),
            user.get("secret/metadata/a"),
            user.delete("secret/data/a"),
            user.post("sys/policies/acl/x", "{}"),
            root.as("s.unknown").get("secret/data/a"),
            root.as("s.unknown").get("auth/token/lookup-self"))) {
      assertComplains(denied, 403, "permission denied");
    }
  }

  @Test
  void namespacesHaveMountsAndTokensOfTheirOwn() {
    root.make("sys/namespaces/team", Map.of());
    Admin team = root.in("team");
    assertComplains(team.get("secret/data/a"), 404, "no handler for route");
    team.make("sys/mounts/secret", Map.of("type", "kv", "options", Map.of("version", "2")));
    write("a", 0, Map.of("k", "1"));

    assertAbsent(team.get("secret/data/a"));
    Admin member =
        team.as(team.tokenWith("p", "path \"secret/data/*\" { capabilities = [\"read\"] }"));
    assertAbsent(member.get("secret/data/a"));
    assertThat(member.in("").get("secret/data/a").status()).isEqualTo(403);
  }

  @Test
  void aPathThatIsNotCleanIsRedirected() {
    Admin.Answer answer = root.get("secret/data/a/./b");

    assertThat(answer.status()).isEqualTo(307);
  }

  @Test
  void tokensAreRenewedUntilTheyAreTooOld() {
    Admin token =
        root.as(
            root.make("auth/token/create", Map.of("ttl", "100s", "explicit_max_ttl", "150s"))
                .auth()
                .string("client_token"));
    assertThat(token.get("auth/token/lookup-self").data().number("ttl")).isBetween(95L, 100L);
    assertThat(token.post("auth/token/renew-self", "{}").auth().number("lease_duration"))
        .isBetween(95L, 100L);
    Admin batch =
        root.as(
            root.make(
                    "auth/token/create",
                    Map.of("type", "batch", "ttl", "1h", "policies", List.of("default")))
                .auth()
                .string("client_token"));
    assertComplains(batch.post("auth/token/renew-self", "{}"), 400, "cannot be renewed");
    assertThat(batch.get("auth/token/lookup-self").data().string("type")).isEqualTo("batch");
    root.make("auth/token/revoke", Map.of("token", token.token()));
    assertThat(token.get("auth/token/lookup-self").status()).isEqualTo(403);
  }

  @Test
  void anAppRoleLogsIn() {
    root.make("sys/auth/approle", Map.of("type", "approle"));
    root.make(
        "auth/approle/role/r",
        Map.of("token_ttl", "60s", "token_max_ttl", "120s", "secret_id_num_uses", 1));
    String roleId = root.get("auth/approle/role/r/role-id").data().string("role_id");
    String secretId =
        root.make("auth/approle/role/r/secret-id", Map.of()).data().string("secret_id");
    Map<String, String> credentials = Map.of("role_id", roleId, "secret_id", secretId);
    Admin nobody = root.as("none");

    JsonObject auth = nobody.make("auth/approle/login", credentials).auth();
    assertThat(auth.number("lease_duration")).isEqualTo(60);
    assertThat(auth.flag("renewable", false)).isTrue();
    assertThat(auth.string("token_type")).isEqualTo("service");
    assertComplains(nobody.post("auth/approle/login", credentials), 400, "invalid");
    assertComplains(
        nobody.post("auth/approle/login", Map.of("role_id", "x", "secret_id", "y")),
        400,
        "invalid");
  }
}
