package dev.lockstep.benchmark.input;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Repeats the same classes in packages of their own: {@code bench.p0000}, {@code bench.p0001}. */
final class Units {
  private Units() {}

  /**
   * The sources of some packages.
   *
   * @param classes the classes of one, by their simple names, without package declaration; {@code
   *     #} in them becomes the package's name
   */
  static Map<String, String> of(int size, Map<String, String> classes) {
    Map<String, String> sources = new LinkedHashMap<>();
    for (int i = 0; i < size; i++) {
      String name = String.format(Locale.ROOT, "p%04d", i);
      classes.forEach(
          (type, text) ->
              sources.put(
                  "bench/" + name + "/" + type + ".java",
                  "package bench." + name + ";\n\n" + text.replace("#", name)));
    }
    return sources;
  }
}
