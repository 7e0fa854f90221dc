package dev.lockstep.yaml;

/** A text is not the YAML that was expected. The message quotes no value. */
public final class YamlFormatException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String problem;
  private final int line;

  /**
   * Describes a problem.
   *
   * @param problem what is wrong, without the line
   * @param line the line, from 1
   */
  public YamlFormatException(String problem, int line) {
    super("line " + line + ": " + problem);
    this.problem = problem;
    this.line = line;
  }

  /** What is wrong, without the line. */
  public String problem() {
    return problem;
  }

  /** The line of the problem, from 1. */
  public int line() {
    return line;
  }
}
