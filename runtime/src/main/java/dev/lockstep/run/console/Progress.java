package dev.lockstep.run.console;

import dev.lockstep.descriptor.PipelineDescriptor;
import dev.lockstep.metadata.RunRecord;
import dev.lockstep.run.PreflightReport;
import dev.lockstep.run.RunListener;
import java.util.function.UnaryOperator;

/** Shows a run while it happens, and what came of it. */
interface Progress extends RunListener, AutoCloseable {
  /**
   * The run has ended.
   *
   * @param locations where a person finds what lies at a path of the artifact store
   */
  void finish(RunRecord run, PipelineDescriptor pipeline, UnaryOperator<String> locations);

  /** The run did not start. */
  void preflightFailed(PreflightReport report);

  @Override
  void close();
}
