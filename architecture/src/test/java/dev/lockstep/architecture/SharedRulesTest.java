package dev.lockstep.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

  @Test
  void bothRefuseTheSameVariables() throws IOException {
    Set<String> compileTime =
        variables("processor", "dev/lockstep/processor/validate/VariableRule.java");
    Set<String> runTime = variables("runtime", "dev/lockstep/run/DangerousVariables.java");
    assertThat(compileTime).hasSizeGreaterThan(20).isEqualTo(runTime);
  }

  private static Set<String> variables(String module, String file) throws IOException {
    String source = Files.readString(Path.of("..", module, "src/main/java", file));
    Set<String> variables = new TreeSet<>();
    Matcher matcher = VARIABLE.matcher(source);
    while (matcher.find()) {
      variables.add(matcher.group(1));
    }
    return variables;
  }
}
