package dev.lockstep.processor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaTest {
  private static Compiling schema(String body) {
    return Compiling.source(
        Compiling.IMPORTS + "@SecretSchema\npublic interface Db {\n" + body + "\n}\n");
  }

  @Test
  void aSchemaIsAnInterfaceThatGeneratedCodeCanImplement() {
    Compiling.source(Compiling.IMPORTS + "@SecretSchema\npublic record Db(String url) {}")
        .fails("[LS080] Schema 'Db' is a record, and must be an interface.", "record Db");
    Compiling.source(
            Compiling.IMPORTS
                + "public class Db { @SecretSchema private interface S { String a(); } }")
        .fails("[LS081] Schema 'Db.S' is private.", "interface S");
    Compiling.source(Compiling.IMPORTS + "@SecretSchema\npublic interface Db<T> { String a(); }")
        .fails("[LS082] Schema 'Db' is generic.", "interface Db");
  }

  @Test
  void aSchemaWithoutKeysIsAWarning() {
    schema("").warns("[LS083] Schema 'Db' has no keys.", "interface Db");
  }

  @Test
  void everyMethodIsAKey() {
    schema("String a(int x);").fails("[LS084] Method 'a' of schema 'Db' has parameters.", "a(int");
    schema("void a();").fails("[LS084] Method 'a' of schema 'Db' returns nothing.", "a()");
    schema("<T> Optional<T> a();").fails("[LS084] Method 'a' of schema 'Db' is generic.", "a()");
    schema("String a() throws IOException;")
        .fails("[LS084] Method 'a' of schema 'Db' has 'throws'.", "a()");
    schema("String toString();").fails("[LS092] Method 'toString' of schema 'Db'", "toString");
    schema("List<String> a();").fails("[LS085] Key 'a' is a 'List<String>'", "a()");
    schema("Optional<Optional<String>> a();").fails("[LS085]", "a()");
    Compiling.source(
            Compiling.IMPORTS
                + "@SecretSchema\npublic interface Db extends Named { String a(); }\n"
                + "interface Named { String name(); }")
        .fails(
            "[LS087] Schema 'Db' inherits methods that are no keys: Named.name.", "interface Db");
  }

  @Test
  void helpersAreNoKeysAndKeyHasNoEffectOnThem() {
    schema(
            "String a(); static String b(Db db) { return db.a(); } default String c(int x) { return a(); }")
        .passes();
    schema("String a(); @Key(\"x\") static String b(Db db) { return db.a(); }")
        .fails("[LS086] @Key has no effect on 'b', which is no key.", "@Key(\"x\")");
  }

  @Test
  void keysOfExtendedSchemasAreKeys() {
    var compilation =
        Compiling.source(
                Compiling.IMPORTS
                    + "@SecretSchema\npublic interface Db extends Base { String a(); }\n")
            .and(
                Compiling.IMPORTS
                    + "@SecretSchema interface Base { String b(); default int c() { return 1; } }")
            .passes();
    assertThat(Compiling.generated(compilation, "shop/DbSchema.java"))
        .contains("Db.super.c()")
        .contains("\"b\"");
  }

  @Test
  void keysAndVariablesAreDifferent() {
    schema("String dbUrl(); String db_url();")
        .fails("[LS088] Methods 'dbUrl' and 'db_url' both stand for the key 'db_url'.", "db_url()");
    schema("String a(); @Key(env = \"A\") String b();")
        .fails("[LS089] The keys 'a' and 'b' both need the variable A.", "\"A\"");
  }

  @Test
  void variablesAreWellFormedAndHarmless() {
    assertThat(
            schema("Path path();").fails("[LS090] Key 'path' would be the variable PATH", "path()"))
        .endsWith("Fix: @Key(env = \"DB_PATH\").");
    schema("@Key(env = \"LD_PRELOAD\") String a();").fails("[LS090]", "\"LD_PRELOAD\"");
    schema("@Key(env = \"lockstep_x\") String a();").fails("[LS090]", "\"lockstep_x\"");
    schema("@Key(env = \"A-B\") String a();")
        .fails("[LS091] 'A-B' cannot be a variable.", "\"A-B\"");
  }

  @Test
  void patternsAreRegularExpressionsOnTexts() {
    schema("@Key(pattern = \"[a-\") String a();")
        .fails("[LS093] The pattern of the key 'a' is no regular", "\"[a-\"");
    schema("@Key(pattern = \"[0-9]+\") int a();")
        .fails("[LS094] A pattern cannot apply to the key 'a'", "\"[0-9]+\"");
  }

  @Test
  void aDefaultForAConfidentialKeyIsAWarningThatDoesNotRepeatIt() {
    assertThat(
            schema("default String password() { return \"hunter2\"; }")
                .warns("[LS095] Key 'password' looks confidential", "password()"))
        .doesNotContain("hunter2");
  }

  @Test
  void namesAreWellFormed() {
    schema("@Key(\"a b\") String a();")
        .fails("[LS096] 'a b' cannot be a key of a secret.", "\"a b\"");
    Compiling.source(
            Compiling.IMPORTS + "@SecretSchema(\"My DB\")\npublic interface Db { String a(); }")
        .fails("[LS097] 'My DB' cannot be the type of a schema.", "\"My DB\"");
    Compiling.source(
            Compiling.IMPORTS + "@SecretSchema(\"arbitrary\")\npublic interface Db { String a(); }")
        .fails("[LS097] The type 'arbitrary' is reserved", "\"arbitrary\"");
    Compiling.source(
            Compiling.IMPORTS
                + "@SecretSchema(atLeastOne = true)\npublic interface Db { String a(); }")
        .warns("[LS098] 'atLeastOne' says nothing", "true");
  }

  @Test
  void namesOfTheRuntimeAndOfJavaMayBeUsedByTheSchema() {
    schema(
            """
            enum Optional { ONE } enum String { TWO } enum Integer { THREE }
            String in(); Optional secret(); default int value() { return 1; }
            java.util.Optional<java.lang.String> content();
            """)
        .passes();
    Compiling.source(
            Compiling.IMPORTS
                + "@SecretSchema\npublic interface SecretReader { SecretValue content(); }\n")
        .and("package shop;\npublic class String {}\n")
        .and("package shop;\npublic @interface Override {}\n")
        .and("package shop;\npublic class SchemaKey {}\n")
        .passes();
  }

  @Test
  void aMethodThatTheSchemaOverridesIsItsOwn() {
    Compiling.source(
            Compiling.IMPORTS
                + """
                  @SecretSchema interface Db extends Named, AutoCloseable {
                    @Override String name();
                    @Override default String label() { return "x"; }
                    @Override default void close() {}
                  }
                  """)
        .and(Compiling.IMPORTS + "interface Named { String name(); String label(); }")
        .passes();
  }

  @Test
  void ofAPrivateOrGenericSchemaNothingElseIsSaid() {
    Compiling.pipeline(
            "@Pipeline(secrets = \"db\")",
            "@SecretSchema private interface Db { String a(); } @Step void use(Db db) {}")
        .fails("[LS081] Schema 'Churn.Db' is private.", "interface Db");
    Compiling.source(Compiling.IMPORTS + "@SecretSchema\npublic interface Db<T> { T a(); }")
        .fails("[LS082] Schema 'Db' is generic.", "interface Db");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Optional<Optional<String>>", "Optional<? extends String>"})
  void theTypeOfAKeyIsNamedAsItIsWritten(String type) {
    Compiling.source(Compiling.IMPORTS + "@SecretSchema interface W { " + type + " a(); }")
        .fails("[LS085] Key 'a' is an '" + type + "', which text cannot become.", "a(); }");
  }

  @Test
  void generatedCodeCanImplementASchema() {
    Compiling.source(
            Compiling.IMPORTS
                + "@SecretSchema public sealed interface Db permits More { String a(); }\n"
                + "non-sealed interface More extends Db {}")
        .fails(
            "[LS080] Schema 'Db' is sealed, so that generated code cannot implement it.",
            "interface Db");
    Compiling.source(
            Compiling.IMPORTS
                + "public class Out { private static class P { @SecretSchema interface S { String a();"
                + " } } }")
        .fails("[LS081] Schema 'Out.P.S' is inside 'P', which is private.", "interface S");
    schema("String a();")
        .and("package shop; class DbSchema {}")
        .fails(
            "[LS011] What is generated for 'Db' would be called DbSchema, and a class of that name",
            "interface Db");
    Compiling.source(
            "package shop;\n@dev.lockstep.SecretSchema public interface Db { String a(); }")
        .withoutRuntime()
        .fails("[LS047] What is generated for 'Db' needs the runtime", "interface Db");
    Compiling.source(
            Compiling.IMPORTS
                + "public class Out { private enum Mode { A } @SecretSchema interface S { Mode m(); } }")
        .fails("[LS020] Key 'm' has the type 'Mode', which generated code cannot see.", "m();");
  }

  @Test
  void aTypeThatIsNoKeysMayBeAHelpers() {
    assertThat(schema("List<String> a();").fails("[LS085]", "a()"))
        .endsWith("Fix: return one of them.");
    assertThat(schema("default List<String> a() { return List.of(); }").fails("[LS085]", "a()"))
        .endsWith("Fix: return one of them; a helper is a static method that takes the schema.");
  }

  @Test
  void aPatternIsToldWhereItGoesWrong() {
    assertThat(schema("@Key(pattern = \"*a\") String a();").fails("[LS093]", "\"*a\""))
        .contains(", at index 0.");
    schema("@Key(pattern = \"[0-9]+\") List<String> a();").fails("[LS085] Key 'a'", "a()");
  }
}
