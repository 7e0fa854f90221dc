package dev.lockstep.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.home.LockstepHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ActiveStackTest {
  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it.
  Path folder;

  private final Map<String, String> environment = new HashMap<>();
  private Configuration configuration = Configuration.builtIn();

  @BeforeEach
  void configure() {
    environment.put("LOCKSTEP_HOME", folder.resolve(".lockstep").toString());
    for (String name : new String[] {"by-option", "by-variable", "by-project", "by-home"}) {
      configuration = configuration.copyStack("default", name);
    }
  }

  @Test
  void withoutAnythingTheDefaultStackIsActive() {
    assertThat(resolve(folder)).isEqualTo("default from default");
  }

  @Test
  void theNearestPlaceThatNamesOneDecides() throws IOException {
    configuration = configuration.withActiveStack("by-home");
    assertThat(resolve(folder))
        .isEqualTo("by-home from " + folder.resolve(".lockstep/config.yaml"));

    Path project = folder.resolve("work/project");
    Path inner = Files.createDirectories(project.resolve("src/main"));
    ProjectFile.in(project).init();
    assertThat(resolve(inner)).startsWith("by-home");
    ProjectFile.in(project).setActiveStack("by-project");
    assertThat(resolve(inner))
        .isEqualTo("by-project from " + project.resolve(".lockstep/config.yaml"));
    assertThat(resolve(folder.resolve("work"))).startsWith("by-home");

    environment.put("LOCKSTEP_STACK", "by-variable");
    assertThat(resolve(inner)).isEqualTo("by-variable from LOCKSTEP_STACK");
    ActiveStack active = ActiveStack.resolve("by-option", environment, inner, configuration);
    assertThat(active.stack().name()).isEqualTo("by-option");
    assertThat(active.source()).isEqualTo("--stack");
  }

  @Test
  void anEmptyVariableNamesNothing() {
    environment.put("LOCKSTEP_STACK", "");

    assertThat(resolve(folder)).startsWith("default");
  }

  @Test
  void aHomeIsNoProject() throws IOException {
    Path home = Files.createDirectories(folder.resolve(".lockstep"));
    Files.writeString(home.resolve("config.yaml"), "format: 1\nactive_stack: by-project\n");

    assertThat(resolve(Files.createDirectories(folder.resolve("x")))).startsWith("default");
    assertThat(ProjectFile.find(folder, new LockstepHome(home))).isEmpty();
  }

  @Test
  void aMissingStackIsAnErrorThatNamesWhereItWasNamed() {
    environment.put("LOCKSTEP_STACK", "by-varable");
    assertThatThrownBy(() -> resolve(folder))
        .isInstanceOf(StackException.class)
        .hasMessageContaining("'by-varable'")
        .hasMessageContaining("LOCKSTEP_STACK")
        .hasMessageContaining("Did you mean 'by-variable'?")
        .hasMessageContaining("by-home, by-option");

    assertThatThrownBy(() -> ActiveStack.resolve("", environment, folder, configuration))
        .isInstanceOf(StackException.class)
        .hasMessageContaining("--stack");
  }

  @Test
  void aMissingStackOfAProjectIsNotReplacedByTheHomes() throws IOException {
    configuration = configuration.withActiveStack("by-home");
    Path project = Files.createDirectories(folder.resolve("p"));
    ProjectFile.in(project).setActiveStack("gone");

    assertThatThrownBy(() -> resolve(project))
        .isInstanceOf(StackException.class)
        .hasMessageContaining(project.resolve(".lockstep/config.yaml").toString());
  }

  @Test
  void aDamagedProjectFileIsAnErrorWithItsLine() throws IOException {
    Path project = Files.createDirectories(folder.resolve("p/.lockstep"));
    Files.writeString(project.resolve("config.yaml"), "format: 1\nactive_stack: [x]\n");

    assertThatThrownBy(() -> resolve(folder.resolve("p")))
        .isInstanceOf(StackException.class)
        .hasMessageContaining("line 2");
  }

  @Test
  void aProjectFileKeepsUnknownFields() throws IOException {
    Path project = Files.createDirectories(folder.resolve("p/.lockstep"));
    Files.writeString(project.resolve("config.yaml"), "format: 1\nfuture: 5\n");
    ProjectFile.in(folder.resolve("p")).setActiveStack("by-project");

    assertThat(Files.readString(project.resolve("config.yaml")))
        .endsWith("\nformat: 1\nfuture: 5\nactive_stack: by-project\n...\n");
  }

  @Test
  void aProjectFileThatWasCutOffIsNotTakenForOneWithoutAStack() throws IOException {
    ProjectFile.in(folder.resolve("p")).setActiveStack("by-project");
    Path file = folder.resolve("p/.lockstep/config.yaml");
    String whole = Files.readString(file);
    for (int length = 0; length < whole.length() - 1; length++) {
      Files.writeString(file, whole.substring(0, length));
      assertThatThrownBy(() -> resolve(folder.resolve("p")))
          .isInstanceOf(StackException.class)
          .hasMessageContaining(file.toString());
    }
  }

  private String resolve(Path workingFolder) {
    ActiveStack active = ActiveStack.resolve(null, environment, workingFolder, configuration);
    return active.stack().name() + " from " + active.source();
  }
}
