package dev.lockstep.processor.validate;

import dev.lockstep.processor.model.ClassFacts;
import dev.lockstep.processor.model.PipelineDeclaration.StepClass;
import dev.lockstep.processor.report.Diagnostic;
import dev.lockstep.processor.report.Finding;
import dev.lockstep.processor.report.Location;
import dev.lockstep.processor.report.Report;

/** Classes with steps are written in Java: of Kotlin, a processor sees only a stub. */
final class KotlinRule implements PipelineRule {
  @Override
  public void check(Subject subject, Report report) {
    ClassFacts pipeline = subject.pipeline().facts();
    check(pipeline, "Pipeline", pipeline.location(), report);
    for (StepClass included : subject.pipeline().stepClasses()) {
      check(included.facts(), "Step class", included.reference(), report);
    }
  }

  private static void check(ClassFacts facts, String what, Location location, Report report) {
    if (facts.kotlin()) {
      report.add(
          Finding.of(
                  Diagnostic.KOTLIN_CLASS,
                  location,
                  what + " '" + facts.displayName() + "' is written in Kotlin.")
              .fact(
                  "Only a Java stub of it was checked: it shows no suspending functions, value"
                      + " classes or default arguments as they are.")
              .fix(
                  "write the class in Java and call Kotlin from its steps; or"
                      + " @SuppressWarnings(\"lockstep:kotlin-class\")."));
    }
  }
}
