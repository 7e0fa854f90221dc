package dev.lockstep.benchmark.input;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Containers of objects: per package ten methods that provide one each, wired by type, and five
 * classes that are injected with four of them.
 *
 * @param provider the annotations of a method that provides
 * @param holder the annotations of the class that holds these methods
 * @param bean the annotations of an injected class
 * @param component the class that asks for the injected ones, or nothing
 */
record Components(String title, String provider, String holder, String bean, String component)
    implements Input {
  static final Components DAGGER =
      new Components(
          "Dagger",
          "@dagger.Provides static",
          "@dagger.Module",
          "",
          """
          @dagger.Component(modules = Steps.class)
          interface Churn {
            Warehouse warehouse();

            Registry registry();

            Lake lake();

            Mail mail();

            Metrics metrics();
          }
          """);

  static final Components MICRONAUT =
      new Components(
          "Micronaut",
          "@jakarta.inject.Singleton",
          "@io.micronaut.context.annotation.Factory",
          "@jakarta.inject.Singleton",
          "");

  static final Components AVAJE =
      new Components(
          "avaje-inject",
          "@io.avaje.inject.Bean",
          "@io.avaje.inject.Factory",
          "@jakarta.inject.Singleton",
          "");

  private static final int STEPS = 10;

  @Override
  public Map<String, String> sources(int size) {
    Map<String, String> classes = new LinkedHashMap<>();
    StringBuilder steps = new StringBuilder(holder + "\nclass Steps {\n");
    for (int i = 0; i < STEPS; i++) {
      classes.put("Table" + i, "record Table" + i + "(double[] values) {}\n");
      String taken = i == 0 ? "" : "Table" + (i - 1) + " previous";
      steps.append("  " + provider + " Table" + i + " table" + i + "(" + taken + ") {\n");
      steps.append("    return new Table" + i + "(new double[" + (i + 1) + "]);\n  }\n\n");
    }
    classes.put("Steps", steps.append("}\n").toString());
    for (int i = 0; i < Members.SMALL.size(); i++) {
      String name = Members.SMALL.get(i);
      classes.put(name, bean + "\nclass " + name + " {\n" + members(name, i) + "}\n");
    }
    if (!component.isEmpty()) {
      classes.put("Churn", component);
    }
    return Units.of(size, classes);
  }

  private static String members(String name, int first) {
    StringBuilder fields = new StringBuilder();
    StringBuilder parameters = new StringBuilder();
    StringBuilder body = new StringBuilder();
    for (int i = first; i < first + 4; i++) {
      fields.append("  final Table" + i + " table" + i + ";\n\n");
      parameters.append(i == first ? "" : ", ").append("Table" + i + " table" + i);
      body.append("    this.table" + i + " = table" + i + ";\n");
    }
    return fields
        + "  @jakarta.inject.Inject\n  "
        + name
        + "("
        + parameters
        + ") {\n"
        + body
        + "  }\n";
  }
}
