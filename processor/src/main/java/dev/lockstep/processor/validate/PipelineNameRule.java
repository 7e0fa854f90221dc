package dev.lockstep.processor.validate;

import dev.lockstep.processor.model.Names;
import dev.lockstep.processor.model.PipelineDeclaration;
import dev.lockstep.processor.report.Diagnostic;
import dev.lockstep.processor.report.Finding;
import dev.lockstep.processor.report.Report;

/** A pipeline's name can stand in commands, paths and on clusters. */
final class PipelineNameRule implements PipelineRule {
  @Override
  public void check(Subject subject, Report report) {
    PipelineDeclaration pipeline = subject.pipeline();
    if (!Names.isPipeline(pipeline.name())) {
      report.add(
          Finding.of(
                  Diagnostic.PIPELINE_NAME,
                  pipeline.nameLocation(),
                  "'" + pipeline.name() + "' cannot be the name of a pipeline.")
              .fact("A name is lower-case letters, digits and hyphens, beginning with a letter.")
              .fix("@Pipeline(name = \"" + Names.correctedPipeline(pipeline.name()) + "\")."));
    }
  }
}
