package dev.lockstep.cli.run;

import java.util.List;

/** Stands for a generated runner: says what it was given. */
public final class EchoRunner {
  private EchoRunner() {}

  public static void main(String... arguments) throws Exception {
    System.out.println("arguments " + List.of(arguments));
    System.out.println("runtime " + Class.forName("dev.lockstep.run.Lockstep").getName());
    System.err.println("from the runner");
    if (List.of(arguments).contains("--wait")) {
      Runtime.getRuntime().addShutdownHook(new Thread(EchoRunner::stop));
      System.out.println("ready");
      Thread.sleep(60_000);
    }
    System.exit(7);
  }

  private static void stop() {
    try {
      Thread.sleep(1_500);
      System.out.println("stopped cleanly");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
