package dev.lockstep.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a module does not open, Jackson cannot store; the compiler says so where it is certain. */
class OpenPackagesTest {
  private static final String REQUIRES = "requires dev.lockstep; requires dev.lockstep.runtime; ";

  @TempDir private Path folder;

  private Build module(String directives, String body) throws IOException {
    return compile("module shop.app { " + REQUIRES + directives + " }", body);
  }

  /** A pipeline whose body begins in the second line, and two records in another package. */
  private Build compile(String module, String body) throws IOException {
    return new Build(
            folder,
            Build.Tool.JAVAC,
            "-p",
            System.getProperty("java.class.path"),
            "-Xlint:all,-path,-missing-explicit-ctor,-exports")
        .write("module-info", module)
        .write(
            "shop.model.Customer",
            "package shop.model; public record Customer(String name, Address address) {}")
        .write("shop.model.Address", "package shop.model; public record Address(String city) {}")
        .write(
            "shop.Churn",
            "package shop; import dev.lockstep.*; import java.util.*; import shop.model.*;"
                + " @Pipeline class Churn {\n"
                + body
                + "\n}\n")
        .compile("module-info", "shop.model.Customer", "shop.model.Address", "shop.Churn");
  }

  @Test
  void aClosedPackageIsToldOnceWithTheLineThatOpensIt() throws IOException {
    Build build =
        module(
            "",
            "@Step Map<String, List<Customer>> load() { return Map.of(); }\n"
                + "@Step Address first() { return null; }");

    assertThat(build.said())
        .containsExactly(
            """
            [LS110] Step 'load' returns Customer, which JSON cannot see: the module 'shop.app' does \
            not open its package to Jackson.
              On the module path, the run fails when the value is stored or read.
              Where ServiceLoader finds a materializer for it, silence this with \
            @SuppressWarnings("lockstep:package-not-opened").
              Fix: in module-info.java, write: opens shop.model to com.fasterxml.jackson.databind;\
            """);
    assertThat(build.places()).containsExactly("Churn.java:2:35");
  }

  @Test
  void eachClosedPackageIsTold() throws IOException {
    Build build =
        module(
            "",
            "record Row(Optional<Address[]> home) {}\n"
                + "@Step List<Row> load() { return List.of(); }");

    assertThat(build.said()).hasSize(2);
    assertThat(build.said().get(0)).startsWith("[LS110] Step 'load' returns Row, which JSON");
    assertThat(build.said().get(1)).startsWith("[LS110] Step 'load' returns Address, which JSON");
    assertThat(build.places()).containsExactly("Churn.java:3:17", "Churn.java:3:17");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "static class Seen { public int x; } @Step Seen load() { return null; }",
        "enum Seen { A } @Step Seen[] load() { return null; }",
        "record Seen(int x) {} @Step Optional<? extends Seen>[] load() { return null; }",
      })
  void whatIsExportedHasToBePublic(String body) throws IOException {
    Build build = module("exports shop;", body);

    assertThat(build.said())
        .singleElement()
        .asString()
        .startsWith("[LS110] Step 'load' returns Seen, which JSON cannot see")
        .contains("\n  What it exports is seen only where it is public, and Seen is not.\n")
        .endsWith("write: opens shop to com.fasterxml.jackson.databind;");
  }

  @Test
  void anotherModulesRightIsNotJacksons() throws IOException {
    assertThat(
            module(
                    "opens shop.model to com.fasterxml.jackson.core;",
                    "@Step Address load() { return null; }")
                .said())
        .singleElement()
        .asString()
        .startsWith("[LS110] Step 'load' returns Address");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "opens shop.model;",
        "opens shop.model to com.fasterxml.jackson.databind;",
        "exports shop.model;",
        "exports shop.model to com.fasterxml.jackson.databind;",
      })
  void whatJacksonSeesIsLeftAlone(String directive) throws IOException {
    module(directive, "@Step Customer load() { return null; }").silently();
  }

  @Test
  void anOpenModuleOpensAll() throws IOException {
    compile("open module shop.app { " + REQUIRES + " }", "@Step Customer load() { return null; }")
        .silently();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@Step String load() { return null; }",
        "@Step Map<String, List<java.nio.file.Path>> load() { return null; }",
        "@SuppressWarnings(\"lockstep:package-not-opened\") @Step Customer load() { return null; }",
        // Stored by its components, which are texts and numbers.
        "record Split(String left, int right) {}"
            + " @Step Split split() { return null; } @Step void use(String left) {}",
        "static class Text implements dev.lockstep.artifact.Materializer<Customer> {"
            + " public void write(Customer value, java.lang.reflect.Type type,"
            + " dev.lockstep.artifact.ArtifactWriter to) {}"
            + " public Customer read(java.lang.reflect.Type type,"
            + " dev.lockstep.artifact.ArtifactReader from) { return null; } }"
            + " @Step(materializer = Text.class) Customer load() { return null; }",
      })
  void whatJsonNeedNotSeeIsLeftAlone(String body) throws IOException {
    module("", body).silently();
  }

  @Test
  void whoeverSilencesItAtOneStepHearsItOfTheNext() throws IOException {
    Build build =
        module(
            "",
            "@SuppressWarnings(\"lockstep:package-not-opened\") @Step Customer load() { return null; }\n"
                + "@Step Address first() { return null; }");

    assertThat(build.said())
        .singleElement()
        .asString()
        .startsWith("[LS110] Step 'first' returns Address");
    assertThat(build.places()).containsExactly("Churn.java:3:15");
  }
}
