package dev.lockstep.benchmark.secrets;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A process that reads secrets: once as its first deed, then, after a line on standard input, again
 * and again. It prints the nanoseconds of each read.
 */
final class Child {
  private Child() {}

  /** Name of the reader, endpoint, number of secrets, number of warm reads. */
  public static void main(String... arguments) throws IOException {
    PrintStream out = System.out;
    int count = Integer.parseInt(arguments[2]);
    List<String> names = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      names.add("bench/" + i);
    }
    long start = System.nanoTime();
    Reader reader = Reader.of(arguments[0], URI.create(arguments[1]));
    int read = reader.read(names);
    out.println(System.nanoTime() - start);
    if (read != count) {
      throw new IllegalStateException("Read " + read + " of " + count);
    }
    String go =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
    if (go == null) {
      return;
    }
    for (int i = 0; i < Integer.parseInt(arguments[3]); i++) {
      long before = System.nanoTime();
      reader.read(names);
      out.println(System.nanoTime() - before);
    }
  }
}
