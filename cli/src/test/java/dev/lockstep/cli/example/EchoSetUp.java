package dev.lockstep.cli.example;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Stands for an example's set-up: makes something in its folder and says how to get at it. */
public final class EchoSetUp {
  private EchoSetUp() {}

  public static void main(String... arguments) throws IOException {
    Path file = Path.of(arguments[0]).resolve("calls");
    Files.writeString(file, Files.exists(file) ? Files.readString(file) + "again " : "first ");
    if (Files.exists(file.resolveSibling("broken"))) {
      System.out.println("{\"warehouse\": \"hunter2-hunter2\"}");
      return;
    }
    System.out.println(
        "{\"warehouse\": {\"url\": \"jdbc:" + file.toUri().getRawPath() + "\", \"port\": \"7\"}}");
  }
}
