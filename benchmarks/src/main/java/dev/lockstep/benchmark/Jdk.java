package dev.lockstep.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A JDK whose compiler is measured. */
record Jdk(Path home, String version) {
  static Jdk at(Path home) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(home.resolve("bin/javac").toString(), "-version")
            .redirectErrorStream(true)
            .start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0 || !text.startsWith("javac ")) {
      throw new IOException("No JDK at " + home + ": " + text);
    }
    return new Jdk(home, text.substring("javac ".length()).strip());
  }

  String java() {
    return home.resolve("bin/java").toString();
  }
}
