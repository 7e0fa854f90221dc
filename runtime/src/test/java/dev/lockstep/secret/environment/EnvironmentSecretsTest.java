package dev.lockstep.secret.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.builtin.BuiltInFlavors;
import dev.lockstep.home.LockstepHome;
import dev.lockstep.secret.BasicAuthSecretSchema;
import dev.lockstep.secret.InvalidSecretException;
import dev.lockstep.secret.MalformedSecretException;
import dev.lockstep.secret.Secret;
import dev.lockstep.secret.SecretNotFoundException;
import dev.lockstep.secret.SecretValue;
import dev.lockstep.secret.UnsupportedSecretOperationException;
import dev.lockstep.stack.ComponentContext;
import dev.lockstep.stack.ComponentType;
import dev.lockstep.stack.StackException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EnvironmentSecretsTest {
  private static final String VALUE = "hunter2";

  private static EnvironmentSecretsManager open(
      Map<String, String> attributes, Map<String, String> environment) {
    return new EnvironmentSecretsFlavor()
        .create(
            new ComponentContext(
                "vars", attributes, new LockstepHome(Path.of("target/none")), environment));
  }

  /** Keys and values of a secret, or nothing when it is not there. */
  private static Map<String, String> values(EnvironmentSecretsManager secrets, String name) {
    Secret found = secrets.getAll(List.of(name)).get(name);
    return found == null
        ? Map.of()
        : found.values().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().reveal()));
  }

  @Test
  void theRuntimeHasIt() {
    assertThat(new BuiltInFlavors().find(ComponentType.SECRETS_MANAGER, "env"))
        .isInstanceOf(EnvironmentSecretsFlavor.class);
    assertThat(new BuiltInFlavors().find(ComponentType.ORCHESTRATOR, "env")).isNull();
  }

  @Test
  void aVariableIsAKeyOfTheSecretBeforeTheFirstUnderscore() {
    EnvironmentSecretsManager secrets =
        open(
            Map.of(),
            Map.of(
                "SECRET_WEB_USERNAME", "u",
                "SECRET_WEB_PASSWORD", VALUE,
                "SECRET_WEB_API_TOKEN", "t",
                "SECRET_007_K", "",
                "PATH", "/bin"));

    assertThat(secrets.list()).containsExactly("007", "web");
    assertThat(values(secrets, "web"))
        .isEqualTo(Map.of("username", "u", "password", VALUE, "api_token", "t"));
    assertThat(values(secrets, "007")).isEqualTo(Map.of("k", ""));
    Secret web = secrets.get("web");
    assertThat(web.type()).isEqualTo(Secret.ARBITRARY);
    assertThat(web.version()).isEmpty();
    assertThat(new BasicAuthSecretSchema().read(web).username()).isEqualTo("u");
    assertThat(web.toString()).doesNotContain(VALUE);
  }

  @Test
  void variablesThatAreNoKeyOfASecretAreNone() {
    EnvironmentSecretsManager secrets =
        open(
            Map.of(),
            Map.of(
                "SECRET_", "1",
                "SECRET_A", "2",
                "SECRET_A_", "3",
                "SECRET__B", "4",
                "SECRET_a_b", "5",
                "SECRETS_A_B", "6",
                "secret_a_b", "7"));

    assertThat(secrets.list()).isEmpty();
    assertThatThrownBy(() -> secrets.get("a")).isInstanceOf(SecretNotFoundException.class);
    assertThat(secrets.getAll(List.of("a", "b"))).isEmpty();
  }

  @Test
  void declaredNamesAreToldApartByTheLongestThatFits() {
    EnvironmentSecretsManager secrets =
        open(
            Map.of("secrets", "a, a_b,my-db,team/x.y,Aws,gone", "prefix", "CI_2"),
            Map.of(
                "CI_2_A_C", "of a",
                "CI_2_A_B_C", "of a_b",
                "CI_2_A_BC", "of a, too",
                "CI_2_MY_DB_URL", "u",
                "CI_2_TEAM_X_Y_K_L", "t",
                "CI_2_AWS_TOKEN", "w",
                "CI_2_OTHER_K", "of nobody",
                "CI_2_A_B_", "no key"));

    assertThat(secrets.list()).containsExactly("Aws", "a", "a_b", "my-db", "team/x.y");
    assertThat(values(secrets, "a")).isEqualTo(Map.of("c", "of a", "bc", "of a, too"));
    assertThat(values(secrets, "a_b")).isEqualTo(Map.of("c", "of a_b"));
    assertThat(values(secrets, "my-db")).isEqualTo(Map.of("url", "u"));
    assertThat(values(secrets, "team/x.y")).isEqualTo(Map.of("k_l", "t"));
    assertThat(values(secrets, "Aws")).isEqualTo(Map.of("token", "w"));
    assertThatThrownBy(() -> secrets.get("aws")).isInstanceOf(SecretNotFoundException.class);
    assertThatThrownBy(() -> secrets.get("gone")).isInstanceOf(SecretNotFoundException.class);
    assertThatThrownBy(() -> secrets.get("other")).isInstanceOf(SecretNotFoundException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"my-db,my_db", "a,A", "a/b,a.b", "a,a"})
  void namesThatWouldShareVariablesAreRefused(String names) {
    assertThatThrownBy(() -> open(Map.of("secrets", names), Map.of()))
        .isInstanceOf(StackException.class)
        .hasMessageContaining("would have the same variables")
        .hasMessageContaining("lockstep secrets-manager update vars --prefix=PREFIX --secrets=");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "SECRET_", "_A", "1A", "A-B", "A B"})
  void aPrefixThatNoVariableHasIsRefused(String prefix) {
    assertThatThrownBy(() -> open(Map.of("prefix", prefix), Map.of()))
        .isInstanceOf(StackException.class)
        .hasMessageContaining("such as SECRET");
  }

  @Test
  void namesThatNoSecretCanHaveAreRefused() {
    assertThatThrownBy(() -> open(Map.of("secrets", "a,,b"), Map.of()))
        .isInstanceOf(StackException.class);
    EnvironmentSecretsManager secrets = open(Map.of(), Map.of());
    assertThatThrownBy(() -> secrets.get("../a")).isInstanceOf(InvalidSecretException.class);
    assertThatThrownBy(() -> secrets.getAll(List.of("a", "")))
        .isInstanceOf(InvalidSecretException.class);
  }

  @Test
  void aKeyThatCannotBeIsToldInsteadOfLeftOut() {
    EnvironmentSecretsManager secrets =
        open(Map.of(), Map.of("SECRET_DB_1ST", VALUE, "SECRET_DB_URL", VALUE));

    assertThat(secrets.list()).containsExactly("db");
    assertThatThrownBy(() -> secrets.get("db"))
        .isInstanceOf(MalformedSecretException.class)
        .hasMessageContaining("the variable SECRET_DB_1ST stands for '1st', which is no key")
        .hasMessageNotContaining(VALUE);
  }

  @Test
  void whatWritesSaysWhichVariablesToSet() {
    EnvironmentSecretsManager secrets = open(Map.of(), Map.of("SECRET_DB_URL", "u"));
    Secret secret = Secret.of("db", "x", Map.of("api-key", SecretValue.of(VALUE)));

    assertThatThrownBy(() -> secrets.register(secret))
        .isInstanceOf(UnsupportedSecretOperationException.class)
        .hasMessage(
            "Secrets manager 'vars' only reads variables of the environment, so the secret 'db'"
                + " stays as it is. Fix: set SECRET_DB_API_KEY where the process is started, or use"
                + " another one: lockstep secrets-manager list");
    assertThatThrownBy(() -> secrets.update(secret))
        .isInstanceOf(UnsupportedSecretOperationException.class)
        .hasMessageContaining("change SECRET_DB_API_KEY")
        .hasMessageNotContaining(VALUE);
    assertThatThrownBy(() -> secrets.delete("db"))
        .isInstanceOf(UnsupportedSecretOperationException.class)
        .hasMessageContaining("unset SECRET_DB_KEY");
    assertThatThrownBy(() -> secrets.deleteAll(true))
        .isInstanceOf(UnsupportedSecretOperationException.class);
    assertThatThrownBy(() -> secrets.register(secret.withName("my-db")))
        .hasMessageContaining("lockstep secrets-manager update vars --secrets=NAME,NAME");
    assertThat(values(secrets, "db")).isEqualTo(Map.of("url", "u"));
  }

  @Test
  void whatIsNotForAStepIsEverythingElseUnderThePrefix() {
    Map<String, String> environment =
        Map.of(
            "SECRET_A_K", "1", "SECRET_A_L", "2", "SECRET_B_K", "3", "SECRET_a", "4", "PATH", "5");

    assertThat(open(Map.of(), environment).variablesWithout(List.of("a", "gone")))
        .containsExactlyInAnyOrder("SECRET_B_K", "SECRET_a");
    assertThat(open(Map.of("secrets", "b"), environment).variablesWithout(List.of("a")))
        .containsExactlyInAnyOrder("SECRET_A_K", "SECRET_A_L", "SECRET_B_K", "SECRET_a");
  }

  @Test
  void whatIsMissingIsMendedByVariables() {
    EnvironmentSecretsManager secrets = open(Map.of(), Map.of());

    assertThat(secrets.remedy("web", List.of("password")))
        .contains("set SECRET_WEB_PASSWORD where the process is started");
    assertThat(secrets.remedy("web", List.of("user", "password")))
        .contains("set SECRET_WEB_USER and SECRET_WEB_PASSWORD where the process is started");
    assertThat(secrets.remedy("web", List.of()))
        .contains("set SECRET_WEB_KEY for each of its keys where the process is started");
    assertThat(secrets.remedy("my-db", List.of("url")))
        .contains(
            "let the attribute 'secrets' name all its secrets, so that one can be called 'my-db':"
                + " lockstep secrets-manager update vars --secrets=NAME,NAME; then set"
                + " SECRET_MY_DB_URL where the process is started");
  }
}
