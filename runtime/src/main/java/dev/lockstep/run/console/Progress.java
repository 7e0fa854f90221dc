package dev.lockstep.run.console;

import dev.lockstep.descriptor.PipelineDescriptor;
import dev.lockstep.metadata.RunRecord;
import dev.lockstep.run.PreflightReport;
import dev.lockstep.run.RunListener;

/** Shows a run while it happens, and what came of it. */
interface Progress extends RunListener, AutoCloseable {
  /** The run has ended. */
  void finish(RunRecord run, PipelineDescriptor pipeline);

  /** The run did not start. */
  void preflightFailed(PreflightReport report);

  @Override
  void close();
}
