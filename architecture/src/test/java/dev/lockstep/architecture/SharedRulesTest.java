package dev.lockstep.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * What processor and runtime both have to know. Neither can use the other, so each has it written
 * down, and here the two are held together.
 */
class SharedRulesTest {
  private static final Pattern VARIABLE = Pattern.compile("\"(_?[A-Z][A-Z0-9_]*)\"");
  private static final Pattern OPTION = Pattern.compile("\"--([a-z-]+)\"");
  private static final Pattern WORD = Pattern.compile("\"([a-z-]+)\"");

  @Test
  void bothRefuseTheSameVariables() throws IOException {
    Set<String> compileTime =
        all(VARIABLE, source("processor", "dev/lockstep/processor/validate/VariableRule.java"));
    Set<String> runTime =
        all(VARIABLE, source("runtime", "dev/lockstep/run/DangerousVariables.java"));
    assertThat(compileTime).hasSizeGreaterThan(20).isEqualTo(runTime);
  }

  @Test
  void noParameterIsCalledLikeAnOptionOfEveryRunner() throws IOException {
    Set<String> options =
        all(OPTION, source("runtime", "dev/lockstep/run/console/RunnerArguments.java"));
    assertThat(options).hasSizeGreaterThan(5);
    assertThat(reserved("RESERVED_OPTIONS")).containsAll(options);
  }

  @Test
  void noAttributeIsCalledLikeAnOptionOfTheCommandsForComponents() throws IOException {
    Set<String> options = new TreeSet<>();
    for (String file :
        List.of(
            "component/RegisterComponent", "component/UpdateComponent", "command/ArgumentParser")) {
      options.addAll(all(OPTION, source("cli", "dev/lockstep/cli/" + file + ".java")));
    }
    assertThat(options).contains("flavor");
    assertThat(reserved("RESERVED_ATTRIBUTES")).containsAll(options);
  }

  private static Set<String> reserved(String constant) throws IOException {
    String names = source("processor", "dev/lockstep/processor/model/Names.java");
    int start = names.indexOf(constant + " =");
    return all(WORD, names.substring(start, names.indexOf(';', start)));
  }

  private static String source(String module, String file) throws IOException {
    return Files.readString(Path.of("..", module, "src/main/java", file));
  }

  private static Set<String> all(Pattern pattern, String text) {
    Set<String> found = new TreeSet<>();
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }
}
