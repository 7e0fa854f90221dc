package dev.lockstep.stack;

import static dev.lockstep.stack.ComponentType.ARTIFACT_STORE;
import static dev.lockstep.stack.ComponentType.ORCHESTRATOR;
import static dev.lockstep.stack.ComponentType.SECRETS_MANAGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.builtin.BuiltInFlavors;
import dev.lockstep.home.LockstepHome;
import dev.lockstep.redact.Redactor;
import dev.lockstep.secret.Secret;
import dev.lockstep.secret.SecretValue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.util.Throwables;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenStackTest {
  private static final String VALUE = "hunter2-5uper-5ecret";

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it.
  Path folder;

  private final List<String> events = new ArrayList<>();
  private final Redactor redactor = new Redactor();

  /** A component that remembers how it was configured. */
  private final class Probe implements AutoCloseable {
    private final Map<String, String> attributes;

    Probe(Map<String, String> attributes) {
      this.attributes = attributes;
    }

    @Override
    public void close() {
      events.add("close " + attributes.getOrDefault("name", "?"));
      if (attributes.containsKey("broken")) {
        throw new IllegalStateException("broken " + VALUE);
      }
    }
  }

  private final class ProbeFlavor implements ComponentFlavor<Probe> {
    private final ComponentType type;

    ProbeFlavor(ComponentType type) {
      this.type = type;
    }

    @Override
    public ComponentType type() {
      return type;
    }

    @Override
    public String name() {
      return "probe";
    }

    @Override
    public String description() {
      return "For tests.";
    }

    @Override
    public List<FlavorOption> options() {
      return List.of(
          FlavorOption.optional("name", "text", ""),
          FlavorOption.optional("url", "uri", ""),
          FlavorOption.optional("broken", "boolean", ""),
          FlavorOption.optional("login", "text", ""),
          FlavorOption.withDefault("port", "int", "80", ""),
          FlavorOption.optional("token", "text", "").asSensitive(),
          FlavorOption.withDefault("wait", "duration", "PT5M", ""));
    }

    @Override
    public Map<String, String> implied(Map<String, String> attributes) {
      String secret = attributes.get("login");
      return secret == null
          ? Map.of()
          : Map.of("name", "{{" + secret + ".user}}", "token", "{{" + secret + ".token?}}");
    }

    @Override
    public Probe create(ComponentContext context) {
      events.add("create " + context.component());
      Options options = Options.of(this, context);
      assertThat(options.duration("wait")).isNotNull();
      if (options.number("port") == 1) {
        throw new NoClassDefFoundError("driver/Client");
      }
      if (options.number("port") > 65535) {
        throw new IllegalArgumentException("no port for " + options.optional("token"));
      }
      return new Probe(context.attributes());
    }
  }

  private final Flavors flavors =
      new Flavors(
          new Flavors.BuiltIn() {
            @Override
            public @Nullable ComponentFlavor<?> find(ComponentType type, String name) {
              return name.equals("probe")
                  ? new ProbeFlavor(type)
                  : new BuiltInFlavors().find(type, name);
            }

            @Override
            public List<ComponentFlavor<?>> all(ComponentType type) {
              return List.of(new ProbeFlavor(type));
            }
          },
          OpenStackTest.class.getClassLoader());

  private Configuration configuration = Configuration.builtIn();

  private OpenStack open(Map<String, String> attributes) {
    configuration =
        configuration
            .registerComponent(new Component(ARTIFACT_STORE, "probe", "probe", attributes))
            .updateStack(configuration.stack("default").with(ARTIFACT_STORE, "probe"));
    return OpenStack.of(
        configuration.stack("default"),
        configuration,
        flavors,
        new LockstepHome(folder.resolve("home")),
        Map.of(),
        redactor);
  }

  @Test
  void aComponentIsMadeWhenItIsFirstAskedForAndOnce() {
    try (OpenStack stack = open(Map.of("name", "p"))) {
      assertThat(events).isEmpty();
      Probe probe = stack.component(ARTIFACT_STORE, Probe.class);
      assertThat(stack.component(ARTIFACT_STORE, Probe.class)).isSameAs(probe);
      assertThat(events).containsExactly("create probe");
    }
    assertThat(events).containsExactly("create probe", "close p");
  }

  @Test
  void everyComponentIsClosedEvenWhenOneFailsTo() {
    OpenStack stack = open(Map.of("name", "p", "broken", "true"));
    stack.secretsManager();
    stack.component(ARTIFACT_STORE, Probe.class);

    assertThatThrownBy(stack::close)
        .isInstanceOf(StackException.class)
        .hasMessageContaining("IllegalStateException")
        .satisfies(e -> assertThat(Throwables.getStackTrace(e)).doesNotContain(VALUE));
    stack.close();
    assertThat(events).containsExactly("create probe", "close p");
    assertThatThrownBy(stack::secretsManager).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void theDefaultStackHasASecretsManager() {
    try (OpenStack stack = open(Map.of())) {
      assertThat(stack.secretsManager()).isPresent();
      assertThat(stack.secretsManager().orElseThrow().list()).isEmpty();
      assertThat(stack.name()).isEqualTo("default");
    }
  }

  @Test
  void aStackWithoutASecretsManagerHasNone() {
    Stack without = configuration.stack("default").without(SECRETS_MANAGER);
    try (OpenStack stack =
        OpenStack.of(without, configuration, flavors, new LockstepHome(folder), Map.of())) {
      assertThat(stack.secretsManager()).isEmpty();
      assertThatThrownBy(() -> stack.component(SECRETS_MANAGER, Object.class))
          .isInstanceOf(StackException.class)
          .hasMessageContaining("lockstep stack update default --secrets-manager NAME");
    }
  }

  @Test
  void referencesAreResolvedWhenTheComponentIsMade() {
    try (OpenStack stack =
        open(Map.of("name", "{{db.user}}:{{ team/db.v1.password }}@host", "url", "{{db.url}}"))) {
      register(stack, "db", Map.of("user", "me", "url", "http://x"));
      register(stack, "team/db.v1", Map.of("password", VALUE));

      Probe probe = stack.component(ARTIFACT_STORE, Probe.class);

      assertThat(probe.attributes)
          .containsEntry("name", "me:" + VALUE + "@host")
          .containsEntry("url", "http://x");
      assertThat(redactor.redact("it is " + VALUE)).isEqualTo("it is ***");
    }
  }

  @Test
  void anOptionalReferenceIsAbsentWhereTheSecretLacksTheKey() {
    try (OpenStack stack =
        open(Map.of("token", "{{db.token?}}", "name", "[{{db.user}}{{db.more?}}]"))) {
      register(stack, "db", Map.of("user", ""));
      assertThat(stack.component(ARTIFACT_STORE, Probe.class).attributes)
          .containsOnly(Map.entry("name", "[]"));
    }
  }

  @Test
  void anEmptyValueIsAValue() {
    try (OpenStack stack = open(Map.of("token", "{{db.token?}}", "name", "{{db.user}}"))) {
      register(stack, "db", Map.of("user", "", "token", ""));
      assertThat(stack.component(ARTIFACT_STORE, Probe.class).attributes)
          .containsOnly(Map.entry("name", ""), Map.entry("token", ""));
    }
  }

  @Test
  void anOptionalReferenceNeedsTheSecret() {
    try (OpenStack stack = open(Map.of("token", "{{db.token?}}"))) {
      assertThatThrownBy(() -> stack.component(ARTIFACT_STORE, Probe.class))
          .isInstanceOf(StackException.class)
          .hasMessageContaining("There is no secret 'db', and {{db.token?}} (attribute 'token' of");
    }
  }

  @Test
  void whatAnAttributeImpliesIsAsIfItHadBeenWritten() {
    try (OpenStack stack = open(Map.of("login", "db"))) {
      assertThat(stack.references().secrets()).containsExactly("db");
      assertThat(stack.references().keys("db")).containsExactly("user");
      assertThatThrownBy(() -> stack.component(ARTIFACT_STORE, Probe.class))
          .isInstanceOf(StackException.class)
          .hasMessageContaining("There is no secret 'db', and {{db.")
          .hasMessageContaining("{{db.user}} (implied attribute 'name' of the artifact store")
          .hasMessageContaining("lockstep secret register db --user=VALUE");
      register(stack, "db", Map.of("user", "me", "token", VALUE));

      assertThat(stack.component(ARTIFACT_STORE, Probe.class).attributes)
          .containsOnly(
              Map.entry("login", "db"), Map.entry("name", "me"), Map.entry("token", VALUE));
      assertThat(redactor.redact("it is " + VALUE)).isEqualTo("it is ***");
    }
  }

  @Test
  void anAttributeThatIsGivenIsNotImplied() {
    try (OpenStack stack = open(Map.of("login", "db", "name", "mine"))) {
      register(stack, "db", Map.of("other", "x"));
      assertThat(stack.component(ARTIFACT_STORE, Probe.class).attributes)
          .containsOnly(Map.entry("login", "db"), Map.entry("name", "mine"));
    }
  }

  @Test
  void aReferenceToNothingSaysWhatToRun() {
    try (OpenStack stack = open(Map.of("name", "{{db.user}}"))) {
      assertThatThrownBy(() -> stack.component(ARTIFACT_STORE, Probe.class))
          .isInstanceOf(StackException.class)
          .hasMessageContaining("'name'")
          .hasMessageContaining("artifact store 'probe'")
          .hasMessageContaining("lockstep secret register db --user=VALUE");
      register(stack, "db", Map.of("password", VALUE));
      assertThatThrownBy(() -> stack.component(ARTIFACT_STORE, Probe.class))
          .isInstanceOf(StackException.class)
          .hasMessageContaining("lockstep secret update db --user=VALUE")
          .hasMessageNotContaining(VALUE);
    }
  }

  @Test
  void aResolvedValueThatDoesNotFitIsNotShown() {
    try (OpenStack stack = open(Map.of("port", "{{db.port}}"))) {
      register(stack, "db", Map.of("port", VALUE));
      assertThatThrownBy(() -> stack.component(ARTIFACT_STORE, Probe.class))
          .isInstanceOf(StackException.class)
          .hasMessageContaining("'port' is not a whole number")
          .hasMessageNotContaining(VALUE);
    }
  }

  @Test
  void aClassThatIsMissingIsToldWithTheCommandThatAddsIt() {
    try (OpenStack stack = open(Map.of("port", "1"))) {
      assertThatThrownBy(() -> stack.component(ARTIFACT_STORE, Probe.class))
          .isInstanceOf(StackException.class)
          .hasMessageContaining("The artifact store 'probe' (flavor 'probe') cannot be made: ")
          .hasMessageContaining("needs the class driver.Client, which is in none of the jars")
          .hasMessageContaining("lockstep artifact-store flavor register CLASS --jar FILE");
    }
  }

  @Test
  void aSensitiveAttributeIsMaskedWhateverTheComponentSaysOfIt() {
    try (OpenStack stack = open(Map.of("port", "99999", "token", VALUE))) {
      assertThatThrownBy(() -> stack.component(ARTIFACT_STORE, Probe.class))
          .isInstanceOf(StackException.class)
          .hasMessageContaining("artifact store 'probe' (flavor 'probe') refuses its configuration")
          .hasMessageContaining("no port for Optional[***]")
          .hasMessageContaining("lockstep artifact-store update probe --ATTRIBUTE=VALUE")
          .hasNoCause();
      assertThat(redactor.redact("it is " + VALUE)).isEqualTo("it is ***");
    }
  }

  @Test
  void allThatIsWrongWithAttributesIsSaidAtOnce() {
    Map<String, String> wrong = Map.of("prt", "1", "port", "x", "wait", "5m", "broken", "maybe");

    assertThatThrownBy(
            () ->
                Options.check(
                    new ProbeFlavor(ARTIFACT_STORE),
                    new Component(ARTIFACT_STORE, "p", "probe", wrong)))
        .isInstanceOf(StackException.class)
        .hasMessageContaining("no attribute 'prt'")
        .hasMessageContaining("did you mean 'port'?")
        .hasMessageContaining("'port' is not a whole number")
        .hasMessageContaining("'wait' is not an ISO 8601 duration")
        .hasMessageContaining("'broken' is not true or false");
    Options.check(
        new ProbeFlavor(ARTIFACT_STORE),
        new Component(ARTIFACT_STORE, "p", "probe", Map.of("port", "{{a.b}}")));
  }

  @Test
  void aComponentOfAnotherKindIsSaid() {
    try (OpenStack stack = open(Map.of())) {
      assertThatThrownBy(() -> stack.component(ARTIFACT_STORE, Secret.class))
          .isInstanceOf(StackException.class)
          .hasMessageContaining("which is not a dev.lockstep.secret.Secret");
    }
  }

  @Test
  void anUnknownFlavorIsNamedWithThoseThatAreThere() {
    configuration =
        configuration
            .registerComponent(new Component(ORCHESTRATOR, "x", "prob", Map.of()))
            .updateStack(configuration.stack("default").with(ORCHESTRATOR, "x"));
    try (OpenStack stack = open(Map.of())) {
      assertThatThrownBy(() -> stack.component(ORCHESTRATOR, Object.class))
          .isInstanceOf(StackException.class)
          .hasMessageContaining("no orchestrator flavor 'prob'")
          .hasMessageContaining("Did you mean 'probe'?");
    }
  }

  private static void register(OpenStack stack, String name, Map<String, String> values) {
    Map<String, SecretValue> secret = new LinkedHashMap<>();
    values.forEach((key, value) -> secret.put(key, SecretValue.of(value)));
    stack.secretsManager().orElseThrow().register(Secret.of(name, Secret.ARBITRARY, secret));
  }
}
