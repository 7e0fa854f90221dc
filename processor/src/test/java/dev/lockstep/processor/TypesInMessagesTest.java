package dev.lockstep.processor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Messages write types as their readers do, and tell apart those that share a simple name. */
class TypesInMessagesTest {
  /** A pipeline in whose package there is a {@code Date}, which is not Java's. */
  private static Compiling dates(String steps) {
    return Compiling.pipeline(steps).and("package shop; record Date(long day) {}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "%s",
        "%s[]",
        "List<%s>",
        "Map<String, List<%s>>",
        "List<? extends %s>",
        "List<? super %s>",
      })
  void twoTypesOfOneSimpleNameAreQualifiedWhereverTheyStand(String type) {
    String text =
        dates(
                "@Step %s make() { return null; } @Step void use(%s needed) {}"
                    .formatted(type.formatted("Date"), type.formatted("java.util.Date")))
            .fails("[LS012] Step 'use' needs a '" + type.formatted("java.util.Date"), "needed");

    assertThat(text).contains("'make' produces " + type.formatted("shop.Date"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Model | a 'Model'",
        "int | an 'int'",
        "ArrayList<Model> | an 'ArrayList<Model>'",
        "Map.Entry<String, Model> | a 'Map.Entry<String, Model>'",
        "List<?> | a 'List<?>'",
        "List<? extends Model> | a 'List<? extends Model>'",
        "List<? super Model> | a 'List<? super Model>'",
        "double[][] | a 'double[][]'",
      })
  void aTypeIsWrittenAsInTheCodeWithItsArticle(String type, String written) {
    Compiling.pipeline("@Step void use(" + type + " needed) {}")
        .fails("[LS012] Step 'use' needs " + written + " ('needed'), which", "needed");
  }

  @Test
  void ofSeveralCandidatesThoseOfOneSimpleNameAreQualified() {
    assertThat(
            dates(
                    """
                    @Step Date ours() { return null; }
                    @Step java.util.Date theirs() { return null; }
                    @Step Model fit() { return null; }
                    @Step void use(Object any) {}
                    """)
                .fails("[LS013] Step 'use' needs an 'Object' ('any'), and 5 outputs fit.", "any"))
        .contains("'ours' produces shop.Date; ")
        .contains("; 'theirs' produces java.util.Date; 'fit' produces Model; ");
  }

  @Test
  void twoGenericTypesOfOneSimpleNameAreQualified() {
    assertThat(
            Compiling.pipeline(
                    "@Step Box<String> make() { return null; } @Step void use(other.Box<String> needed)"
                        + " {}")
                .and("package shop; record Box<T>(T content) {}")
                .and("package other; public record Box<T>(T content) {}")
                .fails("[LS012] Step 'use' needs an 'other.Box<String>'", "needed"))
        .contains("'make' produces shop.Box<String>");
  }
}
