package dev.lockstep.processor.validate;

import dev.lockstep.processor.model.FlavorDeclaration;
import dev.lockstep.processor.report.Report;

/** One thing that every flavor has to get right. */
@FunctionalInterface
interface FlavorRule {
  void check(FlavorDeclaration flavor, Report report);
}
