package dev.lockstep.run;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command that starts a runner as a worker: this JVM's own, but for what is its alone. */
final class WorkerCommand {
  /** Two JVMs cannot share a debugger's port or write one archive. */
  private static final List<String> LEFT_OUT =
      List.of(
          "-agentlib:", "-agentpath:", "-javaagent:", "-Xrunjdwp", "-Xdebug", "-XX:ArchiveClasses");

  private WorkerCommand() {}

  static List<String> of(Class<?> runner) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    for (String option : ManagementFactory.getRuntimeMXBean().getInputArguments()) {
      if (LEFT_OUT.stream().noneMatch(option::startsWith)) {
        command.add(option);
      }
    }
    add(command, "-cp", System.getProperty("java.class.path"));
    Module module = runner.getModule();
    if (module.isNamed()) {
      add(command, "-p", System.getProperty("jdk.module.path"));
      command.add("-m");
      command.add(module.getName() + "/" + runner.getName());
    } else {
      command.add(runner.getName());
    }
    command.add(Worker.OPTION);
    return command;
  }

  private static void add(List<String> command, String option, String value) {
    if (value != null && !value.isEmpty()) {
      command.add(option);
      command.add(value);
    }
  }
}
