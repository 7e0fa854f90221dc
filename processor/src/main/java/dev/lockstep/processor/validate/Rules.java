package dev.lockstep.processor.validate;

import dev.lockstep.processor.model.ClassFacts;
import dev.lockstep.processor.model.FlavorDeclaration;
import dev.lockstep.processor.model.SchemaDeclaration;
import dev.lockstep.processor.model.Stray;
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
          new KotlinRule(),
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
          new AfterRule(),
          new UnusedSecretRule());

  private static final List<SchemaRule> SCHEMA =
      List.of(
          new SchemaShapeRule(),
          new KeyMethodRule(),
          new KeyRule(),
          new VariableRule(),
          new PatternRule());

  private static final List<FlavorRule> FLAVOR =
      List.of(
          new FlavorClassRule(),
          new FlavorNameRule(),
          new FlavorComponentRule(),
          new FlavorConstructorRule(),
          new OptionRule());

  private Rules() {}

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

  public static void check(FlavorDeclaration flavor, Report report) {
    if (flavor.facts().kind() == ClassFacts.Kind.CLASS && flavor.environment().runtime()) {
      FLAVOR.forEach(rule -> rule.check(flavor, report));
    } else {
      // Nothing else about it can be right, or is known.
      new FlavorClassRule().check(flavor, report);
    }
  }
}
