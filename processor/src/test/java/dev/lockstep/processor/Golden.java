package dev.lockstep.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that hold what is expected; {@code -Dlockstep.regenerate=true} writes them anew. */
final class Golden {
  private Golden() {}

  static void matches(Path file, String actual) throws IOException {
    if (Boolean.getBoolean("lockstep.regenerate")) {
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      Files.writeString(file, actual);
    }
    assertThat(file).exists();
    assertThat(actual).as("content of " + file).isEqualTo(Files.readString(file));
  }
}
