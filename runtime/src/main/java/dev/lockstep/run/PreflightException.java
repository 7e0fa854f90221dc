package dev.lockstep.run;

/** The active stack lacks something that the run needs; no step was started. */
public final class PreflightException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient PreflightReport report;

  public PreflightException(String pipeline, String stack, PreflightReport report) {
    super(
        "Pipeline '"
            + pipeline
            + "' cannot run on stack '"
            + stack
            + "': "
            + (report.problems().size() == 1
                ? "1 problem.\n"
                : report.problems().size() + " problems.\n")
            + report.text().stripTrailing());
    this.report = report;
  }

  /** Everything that is missing. */
  public PreflightReport report() {
    return report;
  }
}
