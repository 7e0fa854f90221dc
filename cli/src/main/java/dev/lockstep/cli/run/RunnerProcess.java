package dev.lockstep.cli.run;

import dev.lockstep.cli.host.CommandException;
import dev.lockstep.cli.host.Host;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A pipeline's runner in a JVM of its own, on our terminal. */
public final class RunnerProcess {
  private static final String RUNTIME_CLASS = "dev/lockstep/run/Lockstep.class";

  /** How long a runner may take to hear of Ctrl-C by itself. */
  private static final long GRACE_MILLIS = 500;

  private final Host host;

  public RunnerProcess(Host host) {
    this.host = host;
  }

  /**
   * Runs it to its end.
   *
   * @param classPath further entries, or null
   * @return the runner's exit code
   */
  public int run(Target target, @Nullable String classPath, String runner, List<String> arguments)
      throws IOException {
    needEntries(classPath);
    needRunner(target, classPath, runner);
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-cp");
    command.add(classPath(target, classPath));
    command.add(runner);
    command.addAll(arguments);
    Process process =
        new ProcessBuilder(command).directory(host.workingFolder().toFile()).inheritIO().start();
    Thread stop = new Thread(() -> stopWith(process), "runner-stop");
    Runtime.getRuntime().addShutdownHook(stop);
    try {
      int code = process.waitFor();
      Runtime.getRuntime().removeShutdownHook(stop);
      return code;
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      return 130;
    } catch (IllegalStateException e) {
      // We are being stopped too: the hook waits for the runner and ends the process with its code.
      return 130;
    }
  }

  /**
   * Ctrl-C goes to both processes. The runner stops in its own time, and its exit code is ours; a
   * signal that was sent to this process only is passed on.
   */
  private static void stopWith(Process process) {
    try {
      if (!process.waitFor(GRACE_MILLIS, TimeUnit.MILLISECONDS)) {
        // To a JVM that is stopping already this says nothing new.
        process.destroy();
      }
      Runtime.getRuntime().halt(process.waitFor());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String classPath(Target target, @Nullable String further) {
    StringBuilder classPath = new StringBuilder(target.path().toString());
    boolean hasRuntime = target.reaches(RUNTIME_CLASS);
    if (further != null) {
      classPath.append(File.pathSeparator).append(further);
      for (String entry : further.split(File.pathSeparator, -1)) {
        hasRuntime |= Target.holds(Path.of(entry), RUNTIME_CLASS);
      }
    }
    if (!hasRuntime) {
      for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
        if (isRuntime(entry)) {
          classPath.append(File.pathSeparator).append(entry);
        }
      }
    }
    return classPath.toString();
  }

  /** The JVM leaves out what is not there, and dies later for want of a class of it. */
  private void needEntries(@Nullable String classPath) {
    if (classPath == null) {
      return;
    }
    for (String entry : classPath.split(File.pathSeparator, -1)) {
      boolean wildcard = entry.equals("*") || entry.endsWith(File.separator + "*");
      String named = wildcard ? entry.substring(0, entry.length() - 1) : entry;
      Path path = host.workingFolder().resolve(named);
      if (wildcard ? !Files.isDirectory(path) : !Files.exists(path)) {
        throw CommandException.usage(
            "There is no jar or folder '"
                + named
                + "', which --class-path names.\n  Fix: build it, or correct the path; several are"
                + " separated by '"
                + File.pathSeparator
                + "'.");
      }
    }
  }

  /** The JVM's own words for a class that is not there name no remedy. */
  private static void needRunner(Target target, @Nullable String further, String runner) {
    String file = runner.replace('.', '/') + ".class";
    boolean found = target.reaches(file);
    if (further != null) {
      for (String entry : further.split(File.pathSeparator, -1)) {
        // What a wildcard stands for is the JVM's business.
        found |= entry.endsWith("*") || Target.holds(Path.of(entry), file);
      }
    }
    if (!found) {
      throw CommandException.usage(
          "The runner "
              + runner
              + " is not in "
              + target.path()
              + ", although the pipeline's description is.\n  Fix: compile the pipeline again.");
    }
  }

  /** Everything but the command line itself. */
  private static boolean isRuntime(String entry) {
    String file = entry.substring(entry.lastIndexOf(File.separatorChar) + 1);
    return !file.startsWith("picocli")
        && !Target.holds(Path.of(entry), "dev/lockstep/cli/Main.class");
  }
}
