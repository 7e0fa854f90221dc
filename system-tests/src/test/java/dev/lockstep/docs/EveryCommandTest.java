package dev.lockstep.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * What holds for each command that the reference lists, as processes with an empty home. That the
 * reference lists every command is another test's.
 */
@Execution(ExecutionMode.CONCURRENT)
class EveryCommandTest {
  private static final Path REFERENCE = Path.of("../docs/reference/command-line.md");
  private static final Pattern ROW = Pattern.compile("^\\| \\[`(lockstep [a-z -]+)`]");
  private static final List<String> WITHOUT_ARGUMENTS =
      List.of("secret list", "schema list", "secret schema list", "stack list", "stack get");
  private static final List<String> OF_EACH_COMPONENT =
      List.of("list", "get", "describe", "flavor list", "flavor describe local");

  private static Tools tools;

  @TempDir private Path folder;
  private Newcomer newcomer;

  @BeforeAll
  static void prepare(@TempDir Path shared) throws IOException, InterruptedException {
    tools = Tools.in(shared);
  }

  @BeforeEach
  void arrive() throws IOException {
    newcomer = new Newcomer(folder, tools);
  }

  private static List<String> commands() throws IOException {
    List<String> commands = new ArrayList<>();
    for (String line : Files.readAllLines(REFERENCE)) {
      Matcher row = ROW.matcher(line);
      if (row.find()) {
        commands.add(row.group(1));
      }
    }
    assertThat(commands).hasSizeGreaterThan(90).contains("lockstep secret get", "lockstep stack");
    return commands;
  }

  @Test
  void everyCommandHelpsAndSaysNothingElse() throws IOException {
    for (String command : commands()) {
      newcomer.calls(command + " --help 2>err; test ! -s err").contains("Usage: " + command);
    }
    newcomer.calls("test ! -e \"$LOCKSTEP_HOME\"");
  }

  @Test
  void everyCommandRefusesAnUnknownOptionAndPrintsNoData() throws IOException {
    for (String command : commands()) {
      newcomer
          .calls(
              2, command + " --no-such-option >out; code=$?; test ! -s out || exit 9; exit $code")
          .contains("error: ");
    }
  }

  @Test
  void whatListsOrDescribesPrintsDataAndNothingElse() throws IOException {
    List<String> commands = new ArrayList<>(WITHOUT_ARGUMENTS);
    for (String type :
        List.of("secrets-manager", "orchestrator", "artifact-store", "metadata-store")) {
      for (String verb : OF_EACH_COMPONENT) {
        commands.add(type + " " + verb);
      }
    }
    commands.addAll(List.of("stack describe", "runs list", "doctor", "schema describe aws"));
    for (String command : commands) {
      String printed =
          newcomer.calls("lockstep " + command + " -o json 2>/dev/null").reply().printed();
      assertThat(new ObjectMapper().readTree(printed).isContainerNode()).as(command).isTrue();
      newcomer.calls("lockstep " + command + " -o yaml 2>/dev/null").doesNotShow("{\"");
      newcomer.calls(2, "lockstep " + command + " -o xml 2>&1").contains("table, json or yaml");
    }
  }
}
