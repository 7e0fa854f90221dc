package dev.lockstep.benchmark.input;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Types whose members are written by hand and whose implementation is generated.
 *
 * @param type the text of a type, with NAME for its name and MEMBERS for its members
 * @param member the text of a member, with TYPE and NAME
 */
record ValueTypes(String title, String type, String member, String separator) implements Input {
  static final ValueTypes AUTO_VALUE =
      new ValueTypes(
          "AutoValue",
          """
          import com.google.auto.value.AutoValue;

          @AutoValue
          abstract class NAME {
          MEMBERS

            @AutoValue.Builder
            abstract static class Builder {
          SETTERS

              abstract NAME build();
            }
          }
          """,
          "  abstract TYPE NAME();\n",
          "\n");

  static final ValueTypes IMMUTABLES =
      new ValueTypes(
          "Immutables",
          """
          import org.immutables.value.Value;

          @Value.Immutable
          interface NAME {
          MEMBERS
          }
          """,
          "  TYPE NAME();\n",
          "\n");

  static final ValueTypes RECORD_BUILDER =
      new ValueTypes(
          "record-builder",
          """
          import io.soabase.recordbuilder.core.RecordBuilder;

          @RecordBuilder
          record NAME(
          MEMBERS) {}
          """,
          "    TYPE NAME",
          ",\n");

  @Override
  public Map<String, String> sources(int size) {
    Map<String, String> classes = new LinkedHashMap<>();
    for (String name : Members.SMALL) {
      classes.put(name, text(name, Members.FOUR));
    }
    classes.put("Churn", text("Churn", Members.TEN));
    return Units.of(size, classes);
  }

  private String text(String name, List<Members.Member> members) {
    String setters = Members.each(members, "    abstract Builder NAME(TYPE value);\n", "\n");
    return type.replace("NAME", name)
        .replace("MEMBERS", Members.each(members, member, separator))
        .replace("SETTERS", setters);
  }
}
