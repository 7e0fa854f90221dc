package dev.lockstep.processor.validate;

import dev.lockstep.processor.model.SchemaDeclaration;
import dev.lockstep.processor.report.Report;
import java.util.List;

/**
 * All rules, in the order in which they are applied: first the shape of what was written, then what
 * is wired of it. A later rule may ask the report whether its ground is firm, so that no mistake is
 * reported twice.
 */
public final class Rules {
  private static final List<PipelineRule> PIPELINE =
      List.of(new FromRule(), new ProducerRule(), new CycleRule());

  private static final List<SchemaRule> SCHEMA = List.of();

  private Rules() {}

  public static void check(Subject subject, Report report) {
    PIPELINE.forEach(rule -> rule.check(subject, report));
  }

  public static void check(SchemaDeclaration schema, Report report) {
    SCHEMA.forEach(rule -> rule.check(schema, report));
  }
}
