package dev.lockstep.cli.run;

import java.util.List;

/** Stands for the runner of another pipeline, which ends with another code. */
public final class OtherRunner {
  private OtherRunner() {}

  public static void main(String... arguments) {
    System.out.println("arguments " + List.of(arguments));
    System.exit(9);
  }
}
