package dev.lockstep.processor.validate;

import dev.lockstep.processor.model.PipelineDeclaration;
import dev.lockstep.processor.report.Diagnostic;
import dev.lockstep.processor.report.Finding;
import dev.lockstep.processor.report.Report;

/** What is generated has a free name, and finds what it calls. */
final class GenerationRule implements PipelineRule {
  @Override
  public void check(Subject subject, Report report) {
    PipelineDeclaration pipeline = subject.pipeline();
    if (!pipeline.environment().runtime()) {
      report.add(
          Finding.of(
                  Diagnostic.RUNTIME_MISSING,
                  pipeline.location(),
                  "The runner of '"
                      + pipeline.displayName()
                      + "' needs the runtime, "
                      + pipeline.environment().runtimeScope())
              .fix(pipeline.environment().runtimeFix()));
    }
    if (pipeline.environment().generatedNameTaken()) {
      report.add(
          Finding.of(
                  Diagnostic.GENERATED_NAME_TAKEN,
                  pipeline.location(),
                  "The runner of '"
                      + pipeline.displayName()
                      + "' would be called "
                      + pipeline.runner().simpleName()
                      + ", and a class of that name exists.")
              .fix("rename one of them."));
    }
  }
}
