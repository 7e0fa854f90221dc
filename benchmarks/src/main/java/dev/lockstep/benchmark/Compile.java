package dev.lockstep.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/**
 * The measured process: compiles as javac does, and says what it cost.
 *
 * <p>Its arguments are the number of compilations that are not measured, the number of those that
 * are, and a file with javac's own arguments, one a line. It prints a line of processor time and
 * wall time, in nanoseconds, per measured compilation. Without any unmeasured compilation the
 * processor time counts from the start of the JVM.
 */
final class Compile {
  private Compile() {}

  public static void main(String... args) throws IOException {
    int unmeasured = Integer.parseInt(args[0]);
    int measured = Integer.parseInt(args[1]);
    String[] arguments = Files.readAllLines(Path.of(args[2])).toArray(new String[0]);
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringBuilder figures = new StringBuilder();
    for (int i = 0; i < unmeasured + measured; i++) {
      long cpu = unmeasured == 0 ? 0 : cpu();
      long wall = System.nanoTime();
      if (compiler.run(null, null, null, arguments) != 0) {
        System.exit(1);
      }
      if (i >= unmeasured) {
        figures.append(cpu() - cpu).append(' ').append(System.nanoTime() - wall).append('\n');
      }
    }
    System.out.print(figures);
  }

  /** User and system time of this process, those of the collector and of the JIT among it. */
  private static long cpu() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO).toNanos();
  }
}
