package dev.lockstep.processor.validate;

import dev.lockstep.processor.model.ClassFacts;
import dev.lockstep.processor.model.PipelineDeclaration;
import dev.lockstep.processor.model.SchemaDeclaration;
import dev.lockstep.processor.model.Stray;
import dev.lockstep.processor.report.Diagnostic;
import dev.lockstep.processor.report.Finding;
import dev.lockstep.processor.report.Report;
import java.util.List;

/**
 * All rules, in the order in which they are applied: first the shape of what was written, then what
 * is wired of it. A later rule may ask the report whether its ground is firm, so that no mistake is
 * reported twice.
 */
public final class Rules {
  private static final List<PipelineRule> PIPELINE =
      List.of(
          // What was written.
          new ClassRule(),
          new GenerationRule(),
          new PipelineNameRule(),
          new ScheduleRule(),
          new NoStepsRule(),
          new FieldRule(),
          new StepShapeRule(),
          new OutputRule(),
          new StepNameRule(),
          new AttemptRule(),
          new AccessRule(),
          new ParameterShapeRule(),
          new ClassFileRule(),
          new ParameterRule(),
          new SecretNamesRule(),
          new SchemaAgreementRule(),
          new VariableCollisionRule(),
          // What is wired of it.
          new SecretArtifactRule(),
          new FromRule(),
          new ProducerRule(),
          new MaterializerRule(),
          new StorageRule(),
          new CycleRule(),
          new AfterRule());

  private static final List<SchemaRule> SCHEMA =
      List.of(
          new SchemaShapeRule(),
          new KeyMethodRule(),
          new KeyRule(),
          new VariableRule(),
          new PatternRule());

  private Rules() {}

  /**
   * Reports that another pipeline has the name. Only what is compiled together is compared; an
   * incremental build may see less.
   */
  public static void reportNamesake(PipelineDeclaration pipeline, String other, Report report) {
    report.add(
        Finding.of(
                Diagnostic.DUPLICATE_PIPELINE,
                pipeline.nameLocation(),
                "Two pipelines are called '" + pipeline.name() + "'.")
            .fact("The other is " + other + ".")
            .fix("give one of them another name with @Pipeline(name = ...)."));
  }

  /** Reports annotations that nothing reads. */
  public static void check(List<Stray> strays, Report report) {
    strays.forEach(stray -> report.add(StrayRule.finding(stray)));
  }

  public static void check(Subject subject, Report report) {
    if (subject.pipeline().facts().kind() == ClassFacts.Kind.CLASS) {
      PIPELINE.forEach(rule -> rule.check(subject, report));
    } else {
      // Nothing else about it can be right.
      new ClassRule().check(subject, report);
    }
  }

  public static void check(SchemaDeclaration schema, Report report) {
    SCHEMA.forEach(rule -> rule.check(schema, report));
  }
}
