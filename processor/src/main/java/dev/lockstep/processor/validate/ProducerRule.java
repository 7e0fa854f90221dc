package dev.lockstep.processor.validate;

import com.squareup.javapoet.ParameterizedTypeName;
import com.squareup.javapoet.TypeName;
import dev.lockstep.processor.model.Elsewhere;
import dev.lockstep.processor.model.ParameterDeclaration;
import dev.lockstep.processor.model.StepDeclaration;
import dev.lockstep.processor.model.TypeRef;
import dev.lockstep.processor.report.Diagnostic;
import dev.lockstep.processor.report.Finding;
import dev.lockstep.processor.report.Report;
import dev.lockstep.processor.report.Suggestion;
import dev.lockstep.processor.wire.Output;
import dev.lockstep.processor.wire.Resolution;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Every artifact that a step needs is produced by exactly one other step. */
final class ProducerRule implements PipelineRule {
  /** After one of these, nobody knows what the step will produce, or under which name. */
  private static final Set<Diagnostic> UNSETTLED =
      Set.of(
          Diagnostic.RAW_OUTPUT,
          Diagnostic.OBJECT_OUTPUT,
          Diagnostic.WRAPPED_OUTPUT,
          Diagnostic.STEP_GENERIC,
          Diagnostic.DUPLICATE_STEP);

  @Override
  public void check(Subject subject, Report report) {
    List<StepDeclaration> refused =
        subject.steps().stream().filter(step -> isRefused(step, report)).toList();
    boolean incomplete =
        subject.pipeline().stepClasses().stream()
                .anyMatch(included -> report.hasErrorAt(included.reference()))
            || !subject.pipeline().facts().inheritedSteps().isEmpty();
    subject
        .wiring()
        .forEach(
            (step, parameter, resolution) -> {
              if (report.hasErrorAt(parameter.location())) {
                return;
              }
              if (resolution instanceof Resolution.Several several
                  && several.candidates().stream()
                      .noneMatch(output -> isRefused(output.step(), report))) {
                report.add(ambiguous(step, parameter, several.candidates()));
              } else if (resolution instanceof Resolution.OwnOutput own) {
                report.add(own(subject, step, parameter, own.output()));
              } else if (resolution instanceof Resolution.Nothing) {
                Optional<StepDeclaration> namesake = voidNamesake(subject, step, parameter);
                if (namesake.isPresent()) {
                  report.add(returnsNothing(step, parameter, namesake.get()));
                } else if (!incomplete
                    && refused.stream().noneMatch(other -> mayProduce(other, parameter, subject))) {
                  report.add(missing(subject, step, parameter));
                }
              }
            });
  }

  private static boolean isRefused(StepDeclaration step, Report report) {
    return report.has(UNSETTLED, step.location()) || report.has(UNSETTLED, step.nameLocation());
  }

  /** Whether a step whose result was refused might have been meant as the producer. */
  private static boolean mayProduce(
      StepDeclaration refused, ParameterDeclaration parameter, Subject subject) {
    TypeRef output = refused.output();
    if (output == null) {
      return false;
    }
    return switch (refused.shape()) {
      case OBJECT, TYPE_VARIABLE -> true;
      case RAW ->
          subject.types().erasures(output).contains(subject.types().erasure(parameter.type()));
      case WRAPPER ->
          !(output.name() instanceof ParameterizedTypeName wrapper)
              || wrapper.typeArguments.stream()
                  .anyMatch(content -> mentions(parameter.type().name(), content));
      case FINE -> refused.generic();
    };
  }

  /** Whether a type is another, or is made of it: of a stream, somebody may take a list. */
  private static boolean mentions(TypeName type, TypeName content) {
    return type.box().equals(content)
        || (type instanceof ParameterizedTypeName parameterized
            && parameterized.typeArguments.contains(content));
  }

  private static Optional<StepDeclaration> voidNamesake(
      Subject subject, StepDeclaration step, ParameterDeclaration parameter) {
    return subject.steps().stream()
        .filter(other -> !other.is(step))
        .filter(other -> other.name().equals(parameter.name()) && other.output() == null)
        .findFirst();
  }

  private static Finding returnsNothing(
      StepDeclaration step, ParameterDeclaration parameter, StepDeclaration producer) {
    return Finding.of(
            Diagnostic.VOID_PRODUCER,
            parameter.location(),
            "Step '"
                + step.name()
                + "' takes '"
                + parameter.name()
                + "' from step '"
                + producer.name()
                + "', which returns nothing.")
        .fix(
            "let '"
                + producer.name()
                + "' return "
                + Words.simple(parameter.type())
                + ", or remove the parameter and write @Step(after = \""
                + producer.name()
                + "\").");
  }

  private static Finding missing(
      Subject subject, StepDeclaration step, ParameterDeclaration parameter) {
    List<Output> outputs =
        subject.wiring().allOutputs().stream().filter(output -> !output.step().is(step)).toList();
    List<TypeRef> mentioned = new ArrayList<>(List.of(parameter.type()));
    outputs.forEach(output -> mentioned.add(output.type()));
    Words words = Words.of(mentioned);
    String type = words.type(parameter.type());
    List<String> produced = outputs.stream().map(words::outputWithComponents).toList();
    return Finding.of(
            Diagnostic.NO_PRODUCER,
            parameter.location(),
            "Step '"
                + step.name()
                + "' needs "
                + Words.a(type)
                + " ('"
                + parameter.name()
                + "'), which no step of '"
                + subject.pipeline().displayName()
                + "' produces.")
        .fact(
            produced.isEmpty()
                ? "No other step returns anything."
                : Suggestion.list(produced, "; ") + ".")
        .fact(NearMiss.of(parameter, outputs, subject.types(), words))
        .fact(
            subject
                .elsewhere()
                .producer(parameter.type(), subject.pipeline())
                .map(found -> notIncluded(subject, found, type))
                .orElse(""))
        .fix(
            outputs.isEmpty()
                ? "add a step that returns "
                    + type
                    + ", or mark the parameter with @Param or as a secret."
                : "add a step that returns " + type + ", or name an output with @From(\"step\").");
  }

  private static String notIncluded(Subject subject, Elsewhere.Found found, String type) {
    return "'"
        + found.type()
        + "."
        + found.step()
        + "' produces "
        + type
        + ", and '"
        + subject.pipeline().displayName()
        + "' does not include it: @Pipeline(steps = "
        + found.type()
        + ".class).";
  }

  private static Finding ambiguous(
      StepDeclaration step, ParameterDeclaration parameter, List<Output> candidates) {
    List<TypeRef> mentioned = new ArrayList<>(List.of(parameter.type()));
    candidates.forEach(output -> mentioned.add(output.type()));
    Words words = Words.of(mentioned);
    return Finding.of(
            Diagnostic.AMBIGUOUS_PRODUCER,
            parameter.location(),
            "Step '"
                + step.name()
                + "' needs "
                + Words.a(words.type(parameter.type()))
                + " ('"
                + parameter.name()
                + "'), and "
                + candidates.size()
                + " outputs fit.")
        .fact(Suggestion.list(candidates.stream().map(words::output).toList(), "; ") + ".")
        .fix(
            "name one: @From(\""
                + candidates.get(0).name()
                + "\") "
                + words.type(parameter.type())
                + " "
                + parameter.name()
                + ".");
  }

  private static Finding own(
      Subject subject, StepDeclaration step, ParameterDeclaration parameter, Output output) {
    String type = Words.simple(parameter.type());
    List<String> others =
        subject.steps().stream()
            .filter(other -> !other.is(step) && other.output() != null)
            .map(StepDeclaration::name)
            .toList();
    return Finding.of(
            Diagnostic.OWN_OUTPUT,
            parameter.location(),
            "Step '"
                + step.name()
                + "' needs its own output '"
                + output.name()
                + "' as '"
                + parameter.name()
                + "'.")
        .fact(
            others.isEmpty()
                ? "No other step returns anything."
                : "The other steps with outputs are " + Suggestion.quoted(others) + ".")
        .fix("add a step that returns the " + type + " to start from.");
  }
}
