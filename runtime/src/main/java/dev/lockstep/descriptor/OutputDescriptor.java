package dev.lockstep.descriptor;

/**
 * Something that a step leaves for others.
 *
 * @param name the step's name, or {@code step.component}
 * @param type the Java type as written in source, fully qualified, for people and tools
 * @param materializer the binary name of a custom materializer, or empty
 */
public record OutputDescriptor(String name, String type, String materializer) {
  /** The step that leaves an output of that name. Step names hold no dot. */
  public static String step(String output) {
    int dot = output.indexOf('.');
    return dot < 0 ? output : output.substring(0, dot);
  }
}
