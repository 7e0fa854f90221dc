package dev.lockstep.run;

/** Runs pipelines. */
public final class Lockstep {
  private Lockstep() {}

  /** Runs a pipeline as the program that its generated runner is, and ends the process. */
  public static void main(CompiledPipeline pipeline, String... args) {
    System.out.println(pipeline.descriptor() + String.join(" ", args));
  }
}
