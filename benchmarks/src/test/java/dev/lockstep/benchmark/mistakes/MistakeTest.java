package dev.lockstep.benchmark.mistakes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MistakeTest {
  @TempDir Path folder;

  @Test
  void aLineStandsUnderTheHeadingAboveIt() throws IOException {
    Path file = Files.writeString(folder.resolve("list.txt"), "# Steps\na | LS021 | private\n");

    assertThat(Mistake.read(file)).containsExactly(new Mistake("a", "Steps", "LS021", "private"));
  }

  @Test
  void aLineWithoutItsFieldsIsNotSkipped() throws IOException {
    Path file = Files.writeString(folder.resolve("list.txt"), "a | LS021\n");

    assertThatThrownBy(() -> Mistake.read(file)).hasMessageContaining("a | LS021");
  }

  @Test
  void anotherIdentifierThanTheListedOneIsShown() {
    Mistake mistake = new Mistake("a", "Steps", "LS021", "private");

    assertThat(mistake.cell(said("[LS021] Step 'a' is private.")))
        .isEqualTo("error, at the method");
    assertThat(mistake.cell(said("[LS999] The processor failed.")))
        .isEqualTo("error, at the method (LS999)");
  }

  @Test
  void oneOfSeveralListedIdentifiersIsRight() {
    Mistake mistake = new Mistake("a", "Flavors", "LS100 to LS109", "abstract");

    assertThat(mistake.cell(said("[LS103] Flavor 'a'."))).isEqualTo("error, at the method");
    assertThat(mistake.cell(said("[LS110] Other."))).endsWith("(LS110)");
  }

  private static Outcome said(String message) {
    return new Outcome(Outcome.Kind.ERROR, "method", message);
  }
}
