package dev.lockstep.cli;

import dev.lockstep.cli.command.Dispatcher;
import dev.lockstep.cli.host.Host;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Calls the usual commands once, in a home of its own and unheard, so that the JVM can write down
 * which classes they need: the launcher makes its class-data archive of that.
 */
final class Training {
  private Training() {}

  public static void main(String... arguments) throws IOException {
    Path home = Files.createTempDirectory("lockstep-training");
    try {
      Host.ofProcess();
      run(home, "--help");
      run(home, "secret", "--help");
      run(home, "secret", "get", "--help");
      run(home, "secret", "register", "aws", "--user=value", "--other=@@value");
      run(home, "secret", "get", "aws");
      run(home, "secret", "get", "aws", "user", "--reveal");
      run(home, "secret", "get", "aws", "-o", "json");
      run(home, "secret", "get", "aws", "-o", "yaml");
      run(home, "secret", "update", "aws", "--user=value2", "--remove-key", "other");
      run(home, "secret", "list");
      run(home, "secret", "describe", "aws");
      run(home, "secret", "delete", "aws", "-y");
      run(home, "secret", "get", "asw");
      run(home, "secret", "gte");
      run(home, "schema", "list");
      run(home, "schema", "describe", "aws");
      run(home, "stack", "list");
      run(home, "stack", "get");
      run(home, "stack", "describe", "-o", "json");
      run(home, "secrets-manager", "list");
      run(home, "secrets-manager", "describe");
      run(home, "run", "nowhere.jar");
      run(home, "version");
    } finally {
      delete(home);
    }
  }

  private static void run(Path home, String... arguments) {
    Host host =
        Host.of(
            Map.of("LOCKSTEP_HOME", home.toString()),
            InputStream.nullInputStream(),
            OutputStream.nullOutputStream(),
            OutputStream.nullOutputStream());
    new Dispatcher(new TopLevel(), host).run(arguments);
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
      for (Path file : deepestFirst) {
        Files.delete(file);
      }
    }
  }
}
