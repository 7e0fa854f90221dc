package dev.lockstep.processor.validate;

import dev.lockstep.processor.model.ParameterDeclaration;
import dev.lockstep.processor.model.StepDeclaration;
import dev.lockstep.processor.model.TypeRef;
import dev.lockstep.processor.report.Diagnostic;
import dev.lockstep.processor.report.Finding;
import dev.lockstep.processor.report.Report;
import dev.lockstep.processor.report.Suggestion;
import dev.lockstep.processor.wire.Resolution;
import java.util.List;

/** What {@code @From} names exists and fits. */
final class FromRule implements PipelineRule {
  @Override
  public void check(Subject subject, Report report) {
    subject
        .wiring()
        .forEach(
            (step, parameter, resolution) -> {
              if (resolution instanceof Resolution.UnknownStep unknown) {
                report.add(unknownStep(subject, unknown));
              } else if (resolution instanceof Resolution.UnknownComponent unknown) {
                report.add(unknownComponent(unknown));
              } else if (resolution instanceof Resolution.WrongType wrong
                  && !report.hasErrorAt(wrong.output().step().location())) {
                report.add(wrongType(subject, parameter, wrong));
              } else if (resolution instanceof Resolution.ReturnsNothing nothing) {
                report.add(
                    Finding.of(
                            Diagnostic.VOID_PRODUCER,
                            nothing.from().location(),
                            "@From names step '"
                                + nothing.step().name()
                                + "', which returns nothing.")
                        .fix(
                            "let '"
                                + nothing.step().name()
                                + "' return "
                                + Words.simple(parameter.type())
                                + ", or name another step."));
              }
            });
  }

  private static Finding unknownStep(Subject subject, Resolution.UnknownStep unknown) {
    List<String> names =
        subject.steps().stream()
            .filter(step -> step.output() != null)
            .map(StepDeclaration::name)
            .toList();
    String headline =
        unknown.step().isEmpty()
            ? "@From(\"" + unknown.from().name() + "\") names no step."
            : "@From names '"
                + unknown.step()
                + "', which is no step of '"
                + subject.pipeline().displayName()
                + "'.";
    return Finding.of(Diagnostic.FROM_UNKNOWN_STEP, unknown.from().location(), headline)
        .fact(Suggestion.didYouMean(unknown.step(), names))
        .fix(
            names.isEmpty()
                ? "add a step that returns what is needed; none returns anything."
                : "name one of the steps that return something: " + Suggestion.list(names) + ".");
  }

  private static Finding unknownComponent(Resolution.UnknownComponent unknown) {
    StepDeclaration step = unknown.step();
    List<String> names = step.components().stream().map(c -> c.name()).toList();
    TypeRef type = step.output();
    String returned = type == null ? "nothing" : Words.simple(type);
    String headline =
        unknown.component().isEmpty()
            ? "@From(\""
                + unknown.from().name()
                + "\") names no component of what step '"
                + step.name()
                + "' returns."
            : "@From names '"
                + unknown.component()
                + "', which is no component of what step '"
                + step.name()
                + "' returns.";
    return Finding.of(Diagnostic.FROM_UNKNOWN_COMPONENT, unknown.from().location(), headline)
        .fact(
            names.isEmpty()
                ? "It returns " + returned + ", which is no record."
                : "It returns " + returned + " with the components " + Suggestion.list(names) + ".")
        .fact(Suggestion.didYouMean(unknown.component(), names))
        .fix(
            names.isEmpty()
                ? "write @From(\"" + step.name() + "\")."
                : "name a component, such as @From(\""
                    + step.name()
                    + "."
                    + Suggestion.nearest(unknown.component(), names).orElse(names.get(0))
                    + "\").");
  }

  private static Finding wrongType(
      Subject subject, ParameterDeclaration.Artifact parameter, Resolution.WrongType wrong) {
    TypeRef needed = parameter.type();
    List<String> fitting =
        wrong.output().component() != null
            ? List.of()
            : wrong.output().step().components().stream()
                .filter(component -> subject.types().isAssignable(component.type(), needed))
                .map(component -> "@From(\"" + wrong.from().name() + "." + component.name() + "\")")
                .toList();
    Words words = Words.of(List.of(needed, wrong.output().type()));
    return Finding.of(
            Diagnostic.FROM_TYPE,
            wrong.from().location(),
            "@From(\""
                + wrong.from().name()
                + "\") is "
                + Words.a(words.type(wrong.output().type()))
                + ", but '"
                + parameter.name()
                + "' is "
                + Words.a(words.type(needed))
                + ".")
        .fix(
            fitting.isEmpty()
                ? "name an output of type "
                    + words.type(needed)
                    + ", or change the parameter's type."
                : "write " + Suggestion.list(fitting, " or ") + ".");
  }
}
