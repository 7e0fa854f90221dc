package dev.lockstep.stack;

import static dev.lockstep.stack.ComponentType.ARTIFACT_STORE;
import static dev.lockstep.stack.ComponentType.METADATA_STORE;
import static dev.lockstep.stack.ComponentType.ORCHESTRATOR;
import static dev.lockstep.stack.ComponentType.SECRETS_MANAGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.lockstep.stack.StackException.Reason;
import java.util.Map;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ConfigurationTest {
  private static final Component VAULT =
      new Component(SECRETS_MANAGER, "vault-prod", "vault", Map.of("url", "https://v"));

  private final Configuration builtIn = Configuration.builtIn();

  @Test
  void theDefaultStackIsThereWithoutAnyConfiguration() {
    Stack stack = builtIn.stack("default");

    for (ComponentType type : ComponentType.values()) {
      String name = stack.component(type).orElseThrow();
      assertThat(builtIn.component(type, name))
          .isEqualTo(new Component(type, "default", "local", Map.of()));
    }
    assertThat(builtIn.activeStack()).isEqualTo("default");
    assertThat(builtIn.chosenStack()).isEmpty();
  }

  @Test
  void aChangeLeavesTheValueBeforeItAsItWas() {
    Configuration changed = builtIn.registerComponent(VAULT);

    assertThat(changed.components(SECRETS_MANAGER)).hasSize(2);
    assertThat(builtIn.components(SECRETS_MANAGER)).hasSize(1);
  }

  @Test
  void namesAreUniquePerTypeWhateverTheirCase() {
    Configuration one = builtIn.registerComponent(VAULT);

    assertRefused(Reason.EXISTS, () -> one.registerComponent(VAULT)).hasMessageContaining("Fix:");
    assertRefused(Reason.EXISTS, () -> one.registerComponent(VAULT.withName("Vault-Prod")));
    assertRefused(Reason.EXISTS, () -> one.copyStack("default", "default"));
    Component store = new Component(ARTIFACT_STORE, "vault-prod", "s3", Map.of());
    assertThat(one.registerComponent(store).findComponent(ARTIFACT_STORE, "vault-prod"))
        .contains(store);
  }

  @Test
  void namesThatCouldLeaveTheirFolderAreRefused() {
    for (String name : new String[] {"", "../x", "a/b", "a b", ".x", "-x", "x".repeat(65)}) {
      assertRefused(Reason.INVALID, () -> builtIn.registerComponent(VAULT.withName(name)));
      assertRefused(Reason.INVALID, () -> builtIn.copyStack("default", name));
    }
  }

  @Test
  void anUnknownComponentIsNamedWithTheClosestOne() {
    Configuration one = builtIn.registerComponent(VAULT);

    assertRefused(Reason.UNKNOWN, () -> one.component(SECRETS_MANAGER, "vault-prd"))
        .hasMessageContaining("secrets manager 'vault-prd'")
        .hasMessageContaining("Did you mean 'vault-prod'?")
        .hasMessageContaining("default, vault-prod");
    assertRefused(Reason.UNKNOWN, () -> one.updateComponent(VAULT.withName("x")));
    assertRefused(Reason.UNKNOWN, () -> one.deleteComponent(SECRETS_MANAGER, "x"));
    assertRefused(Reason.UNKNOWN, () -> one.renameComponent(SECRETS_MANAGER, "x", "y"));
  }

  @Test
  void aStackNeedsItsThreeComponents() {
    for (ComponentType type : new ComponentType[] {ORCHESTRATOR, ARTIFACT_STORE, METADATA_STORE}) {
      Stack stack = builtIn.stack("default").withName("prod").without(type);
      assertRefused(Reason.INVALID, () -> builtIn.registerStack(stack))
          .hasMessageContaining("has no " + type.noun())
          .hasMessageContaining("--" + type.label());
    }
    Stack without = builtIn.stack("default").withName("prod").without(SECRETS_MANAGER);
    assertThat(builtIn.registerStack(without).findStack("prod")).contains(without);
  }

  @Test
  void whatAStackNamesMustExist() {
    Stack stack = builtIn.stack("default").withName("prod").with(SECRETS_MANAGER, "vault-prod");

    assertRefused(Reason.UNKNOWN, () -> builtIn.registerStack(stack));
    assertRefused(Reason.UNKNOWN, () -> builtIn.updateStack(stack.withName("default")));
    assertThat(builtIn.registerComponent(VAULT).registerStack(stack).stack("prod"))
        .isEqualTo(stack);
  }

  @Test
  void aComponentInUseIsNotDeletedAndTheUsersAreNamed() {
    Configuration used = withProd();

    assertRefused(Reason.IN_USE, () -> used.deleteComponent(SECRETS_MANAGER, "vault-prod"))
        .hasMessageContaining("the stack prod")
        .hasMessageContaining("lockstep stack update prod --secrets-manager NAME");
    assertThat(
            used.deleteStack("prod")
                .deleteComponent(SECRETS_MANAGER, "vault-prod")
                .findComponent(SECRETS_MANAGER, "vault-prod"))
        .isEmpty();
  }

  @Test
  void theActiveStackIsNotDeleted() {
    Configuration active = withProd().withActiveStack("prod");

    assertRefused(Reason.IN_USE, () -> active.deleteStack("prod"))
        .hasMessageContaining("lockstep stack set");
    assertThat(active.withActiveStack("default").deleteStack("prod").findStack("prod")).isEmpty();
    assertRefused(Reason.UNKNOWN, () -> active.withActiveStack("prd"))
        .hasMessageContaining("Did you mean 'prod'?");
  }

  @Test
  void whatIsBuiltInIsNeitherDeletedNorRenamed() {
    assertRefused(Reason.IN_USE, () -> withProd().withActiveStack("prod").deleteStack("default"));
    assertRefused(Reason.IN_USE, () -> builtIn.renameStack("default", "x"));
    assertRefused(Reason.IN_USE, () -> builtIn.deleteComponent(ORCHESTRATOR, "default"));
    assertRefused(Reason.IN_USE, () -> builtIn.renameComponent(ORCHESTRATOR, "default", "x"));
  }

  @Test
  void stacksFollowARenamedComponent() {
    Configuration renamed = withProd().renameComponent(SECRETS_MANAGER, "vault-prod", "vault-2");

    assertThat(renamed.stack("prod").component(SECRETS_MANAGER)).contains("vault-2");
    assertThat(renamed.component(SECRETS_MANAGER, "vault-2").attributes())
        .isEqualTo(VAULT.attributes());
    assertThat(renamed.findComponent(SECRETS_MANAGER, "vault-prod")).isEmpty();
    assertThat(renamed.stack("default").component(SECRETS_MANAGER)).contains("default");
  }

  @Test
  void theChosenStackStaysChosenWhenItIsRenamed() {
    Configuration renamed = withProd().withActiveStack("prod").renameStack("prod", "live");

    assertThat(renamed.activeStack()).isEqualTo("live");
    assertThat(renamed.findStack("prod")).isEmpty();
    assertThat(withProd().renameStack("prod", "live").activeStack()).isEqualTo("default");
  }

  @Test
  void aCopiedStackHasTheSameComponents() {
    assertThat(withProd().copyStack("prod", "test").stack("test").components())
        .isEqualTo(withProd().stack("prod").components());
  }

  @Test
  void aSecretsManagerMayNotReferToSecrets() {
    Component refers = VAULT.withAttributes(Map.of("token", "{{vault.token}}"));

    assertRefused(Reason.INVALID, () -> builtIn.registerComponent(refers))
        .hasMessageContaining("'token'");
    assertThat(
            builtIn.registerComponent(
                new Component(ARTIFACT_STORE, "s3", "s3", Map.of("k", "{{aws.key}}"))))
        .isNotNull();
    assertRefused(
        Reason.INVALID,
        () ->
            builtIn.registerComponent(
                new Component(ARTIFACT_STORE, "s3", "s3", Map.of("k", "{{aws}}"))));
  }

  @Test
  void noRenderingShowsAnAttribute() {
    assertThat(VAULT.toString()).contains("url").doesNotContain("https://v");
  }

  private Configuration withProd() {
    return builtIn
        .registerComponent(VAULT)
        .copyStack("default", "prod")
        .updateStack(builtIn.stack("default").withName("prod").with(SECRETS_MANAGER, "vault-prod"));
  }

  private static AbstractThrowableAssert<?, ? extends Throwable> assertRefused(
      Reason reason, ThrowingCallable change) {
    StackException refusal = catchThrowableOfType(StackException.class, change);
    assertThat(refusal).isNotNull();
    assertThat(refusal.reason()).as(refusal.getMessage()).isEqualTo(reason);
    return assertThatThrownBy(change);
  }
}
