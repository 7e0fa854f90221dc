package dev.lockstep.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Steps that read one secret under different schemas. */
class SchemaAgreementTest {
  @Test
  void schemasOfOneSecretAgree() {
    String view = "@SecretSchema(\"warehouse\")\npublic interface View { %s }\n";
    String steps =
        "@Step void a(@SecretName(\"w\") Warehouse one) {} @Step void b(@SecretName(\"w\") View two) {}";
    Compiling.pipeline("@Pipeline(secrets = \"w\")", steps)
        .and(Compiling.IMPORTS + view.formatted("URI url(); Optional<String> more();"))
        .passes();
    assertThat(
            Compiling.pipeline("@Pipeline(secrets = \"w\")", steps)
                .and(Compiling.IMPORTS + view.formatted("String url();"))
                .fails("[LS065] Secret 'w' is read as 'Warehouse' and as 'View'", "two"))
        .contains("The key 'url' has different types.");
  }

  @Test
  void everySchemaOfASecretAgreesWithEveryOther() {
    assertThat(
            Compiling.pipeline(
                    "@Pipeline(secrets = \"w\")",
                    """
                    @SecretSchema("s") interface One { String a(); }
                    @SecretSchema("s") interface Two { String b(); }
                    @SecretSchema("s") interface Three { int b(); }
                    @Step void one(@SecretName("w") One s) {}
                    @Step void two(@SecretName("w") Two s) {}
                    @Step void three(@SecretName("w") Three s) {}
                    @Step void again(@SecretName("w") Three s) {}
                    """)
                .fails(
                    "[LS065] Secret 'w' is read as 'Churn.Two' and as 'Churn.Three'",
                    "s) {}\n@Step void again"))
        .contains("The key 'b' has different types.");
  }

  @Test
  void aKeyIsRequiredWhenOneOfTheSchemasWantsIt() {
    for (List<String> keys :
        List.of(
            List.of("String a();", "Optional<String> a();"),
            List.of("Optional<String> a();", "String a();"))) {
      Compilation compilation =
          Compiling.pipeline(
                  "@Pipeline(secrets = \"w\")",
                  "@SecretSchema(\"x\") interface Left { %s } @SecretSchema(\"x\") interface Right { %s }"
                          .formatted(keys.get(0), keys.get(1))
                      + "@Step void a(@SecretName(\"w\") Left one, @SecretName(\"w\") Right two) {}")
              .passes();
      assertThat(Compiling.generated(compilation, "META-INF/lockstep/shop.Churn.json"))
          .contains(
              "\"name\": \"a\",\n          \"type\": \"string\",\n          \"required\": true");
    }
  }

  @Test
  void oneSecretUnderTwoSchemasNeedsItsVariableOnce() {
    Compiling.pipeline(
            "@Pipeline(secrets = \"w\")",
            """
            @SecretSchema("x") interface Left { String a(); }
            @SecretSchema("x") interface Right { String a(); }
            @Step void a(@SecretName("w") Left one, @SecretName("w") Right two) {}
            @Step(secrets = "w") void b() {}
            """)
        .passes();
  }

  private static Compiling twoSchemas(String left, String right) {
    return Compiling.pipeline(
        "@Pipeline(secrets = \"w\")",
        """
        @SecretSchema("x") interface Left { %s }
        @SecretSchema("x") interface Right { %s }
        enum One { A }
        enum Same { A }
        enum Other { B }
        @Step void a(@SecretName("w") Left one) {}
        @Step void b(@SecretName("w") Right two) {}
        """
            .formatted(left, right));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SecretValue a(); | String a(); | types",
        "One a(); | Other a(); | constants",
        "String a(); | @Key(env = \"B\") String a(); | variables",
        "@Key(pattern = \"[a-z]\") String a(); | @Key(pattern = \"[0-9]\") String a(); | patterns",
      })
  void oneKeyIsTheSameInAllSchemas(String left, String right, String difference) {
    assertThat(
            twoSchemas(left, right)
                .fails(
                    "[LS065] Secret 'w' is read as 'Churn.Left' and as 'Churn.Right', which"
                        + " contradict each other.",
                    "two)"))
        .contains("The key 'a' has different " + difference + ".");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "String a(); | String b();",
        "String a(); | Optional<String> a();",
        "One a(); | Same a();",
        "@Key(pattern = \"[a-z]\") String a(); | @Key(pattern = \"[a-z]\") String a();",
        "@Key(pattern = \"[a-z]\") String a(); | String a();",
        "String a(); | @Key(pattern = \"[a-z]\") String a();",
      })
  void schemasMayDifferInTheRest(String left, String right) {
    twoSchemas(left, right).passes();
  }

  @Test
  void schemasOfOneSecretHaveOneType() {
    assertThat(
            Compiling.pipeline(
                    "@Pipeline(secrets = \"w\")",
                    """
                    @SecretSchema("x") interface Left { String a(); }
                    @SecretSchema("y") interface Right { String a(); }
                    @Step void a(@SecretName("w") Left one) {}
                    @Step void b(@SecretName("w") Right two) {}
                    """)
                .fails("[LS065] Secret 'w' is read as", "two)"))
        .contains("Their types are 'x' and 'y'.");
  }
}
