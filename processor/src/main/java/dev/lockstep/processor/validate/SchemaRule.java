package dev.lockstep.processor.validate;

import dev.lockstep.processor.model.SchemaDeclaration;
import dev.lockstep.processor.report.Report;

/** One thing that every schema has to get right. */
@FunctionalInterface
interface SchemaRule {
  void check(SchemaDeclaration schema, Report report);
}
