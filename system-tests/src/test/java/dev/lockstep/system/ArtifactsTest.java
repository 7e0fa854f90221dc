package dev.lockstep.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What steps return arrives as it left, and lies where a person finds it. */
class ArtifactsTest {
  @TempDir private Path folder;

  @Test
  void everyKindOfOutputArrivesAsItLeft() throws IOException {
    Home home = new Home(folder.resolve("home"));
    Home.Result result = home.run(ArtifactsRunner.class);
    assertThat(result.err()).isEmpty();
    assertThat(result.out()).contains("check: all the same");
    assertThat(result.exit()).isZero();
    try (Stream<Path> files = Files.walk(home.root())) {
      for (Path file : files.toList()) {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
            .as(file.toString())
            .endsWith("------");
      }
    }
    Path store = home.root().resolve("artifacts/default/artifacts");
    try (Stream<Path> files = Files.walk(store)) {
      assertThat(files.map(Path::toString))
          .anyMatch(file -> file.endsWith("/file/hello.svg"))
          .anyMatch(file -> file.endsWith("/tree/tree/css/a.css"))
          .anyMatch(file -> file.endsWith("/text/value.txt"))
          .noneMatch(file -> file.endsWith(".part"));
    }
  }

  @Test
  void whatIsTakenAsAWiderTypeIsStillWhatItWas() {
    Home.Result result = new Home(folder.resolve("home")).run(WideningRunner.class);
    assertThat(result.err()).isEmpty();
    assertThat(result.out())
        .contains(
            "shapes: Circle[radius=2.0] [Circle[radius=3.0]] Square[side=5.0]"
                + " Circle[radius=4.0] Circle[radius=2.0]",
            "values: text Long7 Long 9",
            "overloaded: the step with Circle[radius=2.0]");
    assertThat(result.exit()).isZero();
  }
}
