package dev.lockstep.benchmark.input;

import java.util.LinkedHashMap;
import java.util.Map;

/** One pipeline, as many steps long as the size says, wired by name, by type and by annotation. */
final class LongPipeline implements Input {
  private static final int TYPES = 20;

  @Override
  public String title() {
    return "Lockstep, one pipeline";
  }

  @Override
  public Map<String, String> sources(int size) {
    StringBuilder text =
        new StringBuilder(
            """
            package bench;

            import dev.lockstep.*;

            @Pipeline(secrets = "warehouse")
            public class Long {
            """);
    for (int i = 0; i < TYPES; i++) {
      text.append("  record Table" + i + "(double[] values) {}\n\n");
    }
    for (int i = 0; i < size; i++) {
      if (i % 10 == 9) {
        text.append("  record Only" + i + "(double[] values) {}\n\n");
      }
      text.append(step(i));
    }
    Map<String, String> sources = new LinkedHashMap<>();
    sources.put("bench/Long.java", text.append("}\n").toString());
    sources.put(
        "bench/Warehouse.java", "package bench;\n\n" + Pipelines.classes().get("Warehouse"));
    return sources;
  }

  /** Every tenth step returns a type that nobody else does, and is found by it. */
  private static String step(int i) {
    StringBuilder parameters = new StringBuilder();
    if (i % 25 == 0) {
      parameters.append("Warehouse warehouse");
    } else {
      parameters.append(type(i - 1)).append(i % 10 == 0 ? " previous" : " step" + (i - 1));
      if (i > 50) {
        parameters.append(", @From(\"step" + (i - 50) + "\") " + type(i - 50) + " before");
      }
    }
    if (i % 10 == 5) {
      parameters.append(", @Param(\"0.5\") double weight" + i);
    }
    return "  @Step\n  "
        + type(i)
        + " step"
        + i
        + "("
        + parameters
        + ") {\n    return new "
        + type(i)
        + "(new double["
        + (i % 7 + 1)
        + "]);\n  }\n\n";
  }

  private static String type(int i) {
    return i % 10 == 9 ? "Only" + i : "Table" + i % TYPES;
  }
}
