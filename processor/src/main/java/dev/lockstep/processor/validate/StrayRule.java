package dev.lockstep.processor.validate;

import dev.lockstep.processor.model.Stray;
import dev.lockstep.processor.report.Diagnostic;
import dev.lockstep.processor.report.Finding;

/** Says of an annotation that nothing reads why nothing does. */
final class StrayRule {
  private StrayRule() {}

  static Finding finding(Stray stray) {
    String name = "'" + stray.subject() + "'";
    return switch (stray.annotation()) {
      case "@Key" ->
          Finding.of(
                  Diagnostic.KEY_WITHOUT_EFFECT,
                  stray.location(),
                  "@Key has no effect on " + name + ": the type around it is no @SecretSchema.")
              .fix("mark the interface with @SecretSchema, or remove @Key.");
      case "@Step" ->
          Finding.of(
                  Diagnostic.ORPHAN_STEP,
                  stray.location(),
                  "Step " + name + " belongs to no pipeline of this compilation.")
              .fix(
                  "list its class in @Pipeline(steps = ...class), mark it with @Pipeline, or"
                      + " @SuppressWarnings(\"lockstep:orphan-step\") when other modules use it.");
      case "@Param on a component" ->
          Finding.of(
                  Diagnostic.MISPLACED_ANNOTATION,
                  stray.location(),
                  "@Param has no effect on component "
                      + name
                      + ": no constructor of a @Flavor takes the record.")
              .fix("let the flavor's constructor take the record, or remove @Param.");
      default ->
          Finding.of(
                  Diagnostic.MISPLACED_ANNOTATION,
                  stray.location(),
                  stray.annotation() + " has no effect on " + name + ": the method is no step.")
              .fix("mark the method with @Step, or remove " + stray.annotation() + ".");
    };
  }
}
