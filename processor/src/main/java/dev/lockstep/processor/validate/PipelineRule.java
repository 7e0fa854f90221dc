package dev.lockstep.processor.validate;

import dev.lockstep.processor.report.Report;

/** One thing that every pipeline has to get right. */
@FunctionalInterface
interface PipelineRule {
  void check(Subject subject, Report report);
}
