package dev.lockstep.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.util.List;
import org.junit.jupiter.api.Test;

class SecretTest {
  @Test
  void aSecretThatIsNotListedIsAnErrorWithTheEditToPaste() {
    String text =
        Compiling.pipeline(
                "@Pipeline(secrets = \"aws\")",
                "@Step void load(Warehouse warehouse, Secret aws) {}")
            .fails(
                "[LS060] Step 'load' asks for the secret 'warehouse', which 'Churn' does not list.",
                "warehouse, Secret");
    assertThat(text)
        .contains("It lists 'aws'.")
        .contains("Fix: @Pipeline(secrets = {\"aws\", \"warehouse\"})");
  }

  @Test
  void anUnknownNameInAnAnnotationIsAnErrorOnTheValueWithASuggestion() {
    assertThat(
            Compiling.pipeline(
                    "@Pipeline(secrets = \"warehouse\")",
                    "@Step void load(@SecretName(\"warehose\") Warehouse w) {}")
                .fails(
                    "[LS061] @SecretName of step 'load' names the secret 'warehose'",
                    "\"warehose\""))
        .contains("Did you mean 'warehouse'?");
    Compiling.pipeline("@Step(secrets = {\"aws\"}) void load() {}")
        .fails("[LS061] @Step(secrets) of step 'load' names the secret 'aws'", "\"aws\"");
  }

  @Test
  void namesAreWellFormedAndListedOnce() {
    Compiling.pipeline("@Pipeline(secrets = {\"a b\"})", "@Step void load(StepContext c) {}")
        .fails("[LS064] 'a b' cannot be the name of a secret.", "\"a b\"");
    Compiling.pipeline(
            "@Pipeline(secrets = {\"aws\", \"x\", \"aws\"})", "@Step void load(StepContext c) {}")
        .warns("[LS063] Secret 'aws' is listed twice.", "\"aws\"}");
  }

  @Test
  void secretsThatNoStepClaimsGoToEveryEnvironment() {
    Compilation compilation =
        Compiling.pipeline(
                "@Pipeline(secrets = {\"warehouse\", \"aws\", \"other\"})",
                "@Step void a(Warehouse warehouse) {} @Step(secrets = \"other\") void b(StepContext c) {}")
            .passes();
    assertThat(Compiling.generated(compilation, "META-INF/lockstep/shop.Churn.json"))
        .contains("\"environment\": [\"aws\"]")
        .contains("\"environment\": [\"other\", \"aws\"]");
  }

  @Test
  void aSecretIsOptionalWhenEveryStepCanDoWithoutIt() {
    Compilation compilation =
        Compiling.pipeline(
                "@Pipeline(secrets = {\"w\", \"x\"})",
                """
                @Step void a(@SecretName("w") Optional<Warehouse> one, Optional<Secret> x) {}
                @Step void b(Secret x) {}
                """)
            .passes();
    assertThat(Compiling.generated(compilation, "META-INF/lockstep/shop.Churn.json"))
        .containsOnlyOnce("\"type\": \"warehouse\",\n      \"optional\": true")
        .contains("{\n      \"name\": \"x\"\n    }");
    assertThat(Compiling.generated(compilation, "shop/ChurnRunner.java"))
        .contains("call.optionalSecret(\"w\", new WarehouseSchema())")
        .contains("call.optionalSecret(\"x\")")
        .contains("call.secret(\"x\")");
  }

  @Test
  void secretsOfOneStepNeedDifferentVariables() {
    Compiling.pipeline(
            "@Pipeline(secrets = {\"one\", \"two\"})",
            """
            @Step void a(@SecretName("one") Warehouse w, @SecretName("two") Warehouse v) {}
            @Step(secrets = {"one", "two"}) void b() {}
            """)
        .fails(
            "[LS066] Step 'b' receives the secrets 'one' and 'two' as environment, and both need"
                + " the variable URL.",
            "\"two\"}) void b");
  }

  @Test
  void aSecretInAnOutputIsAnErrorAtAnyDepth() {
    Compiling.pipeline("@Step SecretValue a() { return null; }")
        .fails("[LS070] Step 'a' returns a secret", "a()");
    Compiling.pipeline("@Step Map<String, List<Warehouse[]>> a() { return null; }")
        .fails("[LS070]", "a()");
    assertThat(
            Compiling.pipeline(
                    "record Inner(Secret s) {} record Outer(List<Inner> all) {} @Step Outer a() { return null; }")
                .fails("[LS070]", "a()"))
        .contains("Outer.all -> Inner.s: Secret");
    Compiling.pipeline("static class Node { Node next; Secret s; } @Step Node a() { return null; }")
        .fails("[LS070]", "a()");
    Compiling.pipeline("@Step List<? extends StepContext> a() { return null; }")
        .fails("[LS071]", "a()");
  }

  @Test
  void aSecretBehindABoundAnInterfaceOrASubclassIsAnError() {
    assertThat(
            Compiling.pipeline(
                    """
                    record Box<T extends Warehouse>(T value) {}
                    @Step Box<?> a() { return null; }
                    """)
                .fails("[LS070]", "a()"))
        .contains("Box.value: Warehouse");
    Compiling.pipeline(
            """
            static class Named<T extends Comparable<T> & Iterable<Secret>> { T value; }
            @Step Named<?> a() { return null; }
            """)
        .fails("[LS070]", "a()");
    assertThat(
            Compiling.pipeline(
                    """
                    interface Login { String user(); SecretValue password(); }
                    @Step Login a() { return null; }
                    """)
                .fails("[LS070]", "a()"))
        .contains("Login.password: SecretValue");
    Compiling.pipeline(
            """
            static class Logins implements Comparable<List<Warehouse>> {
              public int compareTo(List<Warehouse> other) { return 0; }
            }
            @Step Logins a() { return null; }
            """)
        .fails("[LS070]", "a()");
    assertThat(
            Compiling.pipeline(
                    """
                    sealed interface Answer permits Good, Bad {}
                    record Good(int n) implements Answer {}
                    record Bad(Answer cause, Secret used) implements Answer {}
                    @Step List<Answer> a() { return null; }
                    """)
                .fails("[LS070]", "a()"))
        .contains("Bad.used: Secret");
  }

  @Test
  void typesThatMentionThemselvesAreNoLeak() {
    Compiling.pipeline(
            """
            static class Tree<T extends Tree<T>> implements Comparable<T> {
              List<T> children;
              transient Object cache;
              static final Object NONE = new Object();
              public int compareTo(T other) { return 0; }
            }
            static final class Leaf extends Tree<Leaf> { public int size; }
            @Step Leaf a() { return null; }
            @Step void b(Tree<?> tree) {}
            """)
        .passes();
  }

  @Test
  void aSecretInAFieldOrAsArtifactIsAnError() {
    Compiling.pipeline("static final List<Secret> KEPT = List.of(); @Step void a() {}")
        .fails("[LS072] Field 'KEPT' of 'Churn' can hold a secret.", "KEPT");
    Compiling.pipeline("@Step void a(SecretValue password) {}")
        .fails("[LS073] Parameter 'password' of step 'a' is a 'SecretValue'", "password)");
    Compiling.pipeline("@Step void a(List<Warehouse> all) {}").fails("[LS073]", "all");
  }

  @Test
  void aSecretThatNoStepCanReadIsAWarning() {
    String text =
        Compiling.pipeline(
                "@Pipeline(secrets = {\"warehouse\", \"aws\"})",
                "@Step void load(Warehouse warehouse) {}")
            .warns("[LS062] Secret 'aws' is listed, and no step can read it.", "\"aws\"");
    assertThat(text)
        .endsWith(
            "Fix: take it as a parameter, name it in @Step(secrets = \"aws\"), or remove it.");
    for (String reader :
        List.of(
            "@Step void a(StepContext context) {}",
            "@Step(isolation = Isolation.PROCESS) void a() {}",
            "@Step(secrets = \"aws\") void a() {}")) {
      Compiling.pipeline("@Pipeline(secrets = \"aws\")", reader).passes();
    }
  }

  @Test
  void aSecretThatAMisspeltNameMeansIsNotCalledUnused() {
    Compiling.pipeline(
            "@Pipeline(secrets = \"warehouse\")", "@Step void load(Warehouse warehose) {}")
        .fails("[LS060] Step 'load' asks for the secret 'warehose'", "warehose)");
  }

  @Test
  void aSecretThatSeveralStepsAskForIsMissingOnce() {
    assertThat(
            Compiling.pipeline(
                    "@Step void a(Warehouse warehouse) {} @Step void b(Warehouse warehouse) {}"
                        + " @Step void c(Secret warehouse) {}")
                .fails(
                    "[LS060] Step 'a' asks for the secret 'warehouse'",
                    "warehouse) {} @Step void b"))
        .contains("Other steps that ask for it: 'b', 'c'.");
  }

  @Test
  void aNameThatIsNoneIsNotProposed() {
    assertThat(
            Compiling.pipeline(
                    "@Pipeline(secrets = \"aws\")",
                    "@Step void a(@SecretName(\"\") Secret s, Secret aws) {}")
                .fails("[LS061] @SecretName of step 'a' names no secret.", "\"\""))
        .endsWith("Fix: name a listed one.");
  }

  @Test
  void aStepNamesASecretOnce() {
    Compiling.pipeline(
            "@Pipeline(secrets = \"aws\")", "@Step(secrets = {\"aws\", \"aws\"}) void a() {}")
        .warns("[LS063] Step 'a' names the secret 'aws' twice.", "\"aws\"})");
  }

  @Test
  void aSecretThatOneStepReturnsToAnotherIsOneMistake() {
    Compiling.pipeline("@Step Secret login() { return null; } @Step void use(Secret login) {}")
        .fails("[LS070] Step 'login' returns a secret", "login()");
  }

  @Test
  void aListedSecretOfASimilarNameIsProposed() {
    assertThat(
            Compiling.pipeline(
                    "@Pipeline(secrets = \"warehouse\")", "@Step void load(Warehouse warehose) {}")
                .fails("[LS060]", "warehose)"))
        .contains("Did you mean @SecretName(\"warehouse\")?");
  }

  @Test
  void aPipelineThatListsNoSecretsIsToldSo() {
    assertThat(Compiling.pipeline("@Step void a(Secret aws) {}").fails("[LS060]", "aws)"))
        .contains("It lists none.")
        .contains("Fix: @Pipeline(secrets = \"aws\")");
  }

  @Test
  void aSecretWhoseNameIsMalformedIsNotCalledUnusedToo() {
    Compiling.pipeline("@Pipeline(secrets = \"a b\")", "@Step void load() {}")
        .fails("[LS064] 'a b' cannot be the name of a secret.", "\"a b\"");
  }

  @Test
  void theContextIsNoArtifactAndNoState() {
    assertThat(
            Compiling.pipeline("@Step void a(List<StepContext> all) {}")
                .fails(
                    "[LS073] Parameter 'all' of step 'a' is a 'List<StepContext>', which holds the"
                        + " step's context and cannot be an artifact.",
                    "all)"))
        .contains("It is there through ")
        .endsWith("Fix: take StepContext itself.");
    assertThat(Compiling.pipeline("@Step void a(SecretValue v) {}").fails("[LS073]", "v)"))
        .contains("which holds a secret and cannot be an artifact.")
        .doesNotContain("It is there through")
        .endsWith("Fix: take the secret itself: a @SecretSchema type, Secret, or Optional of one.");
    Compiling.pipeline("static final List<StepContext> KEPT = List.of(); @Step void a() {}")
        .fails("[LS072] Field 'KEPT' of 'Churn' can hold a step's context.", "KEPT");
    assertThat(
            Compiling.pipeline("@Step List<StepContext> a() { return null; }")
                .fails("[LS071] Step 'a' returns the step's context, and what", "a()"))
        .endsWith("Fix: return the facts that are needed, not the context.");
  }
}
