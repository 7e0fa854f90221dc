package dev.lockstep.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.stack.ComponentFlavor;
import dev.lockstep.stack.FlavorOption;
import dev.lockstep.stack.StackException;
import dev.lockstep.testing.vault.VaultDouble;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

/** What the attributes say, and what is said of those that are wrong. */
final class OptionsTest {
  private static void assertRefused(String words, Map<String, String> attributes) {
    assertThatThrownBy(() -> new VaultSecretsFlavor().create(Opened.context(attributes, Map.of())))
        .isInstanceOf(StackException.class)
        .hasMessageContaining("'prod'")
        .hasMessageContaining(words);
  }

  @Test
  void theFlavorIsFound() {
    List<String> names = new ArrayList<>();
    ServiceLoader.load(ComponentFlavor.class).forEach(flavor -> names.add(flavor.name()));

    assertThat(names).contains("vault");
  }

  @Test
  void whatIsConfidentialIsSensitive() {
    assertThat(new VaultSecretsFlavor().options())
        .filteredOn(FlavorOption::sensitive)
        .extracting(FlavorOption::name)
        .containsExactly("token", "secret_id");
  }

  @Test
  void anAddressIsNeededAndHasToBeOne() {
    assertRefused("Fix: lockstep secrets-manager update prod --address=URL", Map.of("token", "t"));
    for (String wrong :
        new String[] {"ftp://vault", "https://user:hunter2@vault", "https:///x", "http://v/?a=b"}) {
      assertThatThrownBy(
              () ->
                  new VaultSecretsFlavor()
                      .create(Opened.context(Map.of("address", wrong), Map.of())))
          .isInstanceOf(StackException.class)
          .hasMessageContaining("address")
          .hasMessageNotContaining("hunter2");
    }
  }

  @Test
  void onlyWhatTheAttributesSayIsAWrongConfiguration() {
    assertReason(StackException.Reason.INVALID, Map.of("address", "ftp://v"), Map.of());
    assertReason(StackException.Reason.INVALID, Map.of("auth", "approle"), Map.of());
    assertReason(StackException.Reason.INVALID, Map.of("namespace", "a b"), Map.of());
    assertReason(StackException.Reason.UNAVAILABLE, Map.of(), Map.of());
    assertReason(StackException.Reason.UNAVAILABLE, Map.of(), Map.of("VAULT_ADDR", "ftp://v"));
    assertReason(
        StackException.Reason.UNAVAILABLE,
        Map.of("address", "http://v"),
        Map.of("VAULT_NAMESPACE", "a b"));
    assertReason(
        StackException.Reason.UNAVAILABLE,
        Map.of("address", "http://v"),
        Map.of("HTTPS_PROXY", "nowhere at all"));
  }

  private static void assertReason(
      StackException.Reason reason, Map<String, String> attributes, Map<String, String> variables) {
    assertThatThrownBy(() -> new VaultSecretsFlavor().create(Opened.context(attributes, variables)))
        .isInstanceOfSatisfying(
            StackException.class, refusal -> assertThat(refusal.reason()).isEqualTo(reason));
  }

  @Test
  void theAddressComesFromTheEnvironment() throws Exception {
    try (VaultDouble vault = VaultDouble.start()) {
      Map<String, String> environment =
          Map.of(
              "VAULT_ADDR",
              "http://127.0.0.1:1",
              "BAO_ADDR",
              vault.address() + "/",
              "BAO_TOKEN",
              vault.rootToken());

      assertThat(new VaultSecretsFlavor().create(Opened.context(Map.of(), environment)).list())
          .isEmpty();
    }
  }

  @Test
  void aLoginSaysWhatItNeeds() {
    assertRefused(
        "has no attribute 'role_id', which auth=approle needs",
        Map.of("address", "http://v", "auth", "approle"));
    assertRefused(
        "has no attribute 'role', which auth=kubernetes needs",
        Map.of("address", "http://v", "auth", "kubernetes"));
    assertRefused("token, approle, kubernetes", Map.of("address", "http://v", "auth", "magic"));
  }

  @Test
  void whatBelongsToAnotherLoginIsRefused() {
    assertRefused(
        "has an attribute 'role_id', which means nothing with auth=token. Fix: lockstep"
            + " secrets-manager update prod --auth=approle",
        Map.of("address", "http://v", "role_id", "r", "secret_id", "s"));
    assertRefused(
        "has an attribute 'role', which means nothing with auth=approle",
        Map.of("address", "http://v", "auth", "approle", "role_id", "r", "role", "x"));
    assertRefused(
        "has an attribute 'token', which means nothing with auth=kubernetes",
        Map.of("address", "http://v", "auth", "kubernetes", "role", "x", "token", "t"));
    assertRefused(
        "has an attribute 'auth_mount', which means nothing with auth=token",
        Map.of("address", "http://v", "auth_mount", "x"));
  }

  @Test
  void ofAValueAndAFileForItOneIsEnough() {
    assertRefused(
        "has an attribute 'token' and an attribute 'token_file', of which one is enough. Fix:"
            + " lockstep secrets-manager remove-attribute prod token",
        Map.of("address", "http://v", "token", "t", "token_file", "/f"));
  }

  @Test
  void aPathIsAPath() {
    for (String wrong : new String[] {"/", "a b", "a/../b", "a//b", "a?b", "a\nb"}) {
      assertRefused("'mount'", Map.of("address", "http://v", "mount", wrong));
    }
    assertRefused("'namespace'", Map.of("address", "http://v", "namespace", "a b"));
    assertRefused(
        "'auth_mount'",
        Map.of("address", "http://v", "auth", "approle", "role_id", "r", "auth_mount", "a b"));
  }
}
