package dev.lockstep.benchmark.input;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** MapStruct: a mapper for all types of a package, and one for each of the small ones. */
final class Mappers implements Input {
  @Override
  public String title() {
    return "MapStruct";
  }

  @Override
  public Map<String, String> sources(int size) {
    Map<String, String> classes = new LinkedHashMap<>();
    StringBuilder all =
        new StringBuilder("import org.mapstruct.Mapper;\n\n@Mapper\ninterface All {\n");
    for (String name : Members.SMALL) {
      classes.put(name, bean(name, "Source", Members.FOUR));
      classes.put(name + "Dto", bean(name, "Dto", Members.FOUR));
      classes.put(
          name + "Mapper",
          "import org.mapstruct.Mapper;\n\n@Mapper\ninterface %1$sMapper {\n  %1$sDto map(%1$s from);\n\n  %1$s back(%1$sDto from);\n}\n"
              .replace("%1$s", name));
      all.append(
          "  %1$sDto map(%1$s from);\n\n  %1$s back(%1$sDto from);\n\n".replace("%1$s", name));
    }
    classes.put("All", all.append("}\n").toString());
    return Units.of(size, classes);
  }

  private static String bean(String name, String kind, List<Members.Member> members) {
    String suffix = kind.equals("Dto") ? "Dto" : "";
    return "class "
        + name
        + suffix
        + " {\n"
        + Members.each(
            members,
            """
              private TYPE NAME;

              public TYPE getCAPITAL() {
                return NAME;
              }

              public void setCAPITAL(TYPE value) {
                this.NAME = value;
              }
            """,
            "\n")
        + "}\n";
  }
}
