package dev.lockstep.cli.output;

/** How data is written. */
public enum OutputFormat {
  TABLE,
  JSON,
  YAML
}
