package dev.lockstep.processor.validate;

import dev.lockstep.processor.model.Names;
import dev.lockstep.processor.model.ParameterDeclaration.Value;
import dev.lockstep.processor.model.ParameterKind;
import dev.lockstep.processor.model.StepDeclaration;
import dev.lockstep.processor.report.Diagnostic;
import dev.lockstep.processor.report.Finding;
import dev.lockstep.processor.report.Report;
import dev.lockstep.processor.report.Suggestion;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Parameters of the pipeline can be options of its runner, and their defaults can be read. */
final class ParameterRule implements PipelineRule {
  private record Declared(Value value, StepDeclaration step) {}

  @Override
  public void check(Subject subject, Report report) {
    Map<String, Declared> seen = new HashMap<>();
    for (StepDeclaration step : subject.steps()) {
      step.parameters().stream()
          .filter(Value.class::isInstance)
          .map(Value.class::cast)
          .filter(value -> !report.hasErrorAt(value.location()))
          .forEach(
              value -> {
                checkName(value, report);
                checkType(value, report);
                Declared other = seen.putIfAbsent(value.option(), new Declared(value, step));
                if (other != null) {
                  checkSame(other, new Declared(value, step), report);
                }
              });
    }
  }

  private static void checkName(Value value, Report report) {
    if (!Names.isOption(value.option())) {
      report.add(
          Finding.of(
                  Diagnostic.PARAMETER_NAME,
                  value.nameLocation(),
                  "'" + value.written() + "' cannot be the name of an option of the runner.")
              .fact("A name is words of letters (a-z) and digits, joined by hyphens.")
              .fix("@Param(name = \"" + Names.correctedOption(value.option()) + "\")."));
    } else if (Names.RESERVED_OPTIONS.contains(value.option())) {
      report.add(
          Finding.of(
                  Diagnostic.PARAMETER_RESERVED,
                  value.nameLocation(),
                  "'--" + value.option() + "' is an option of every runner.")
              .fix(
                  "give the parameter another name, such as @Param(name = \"my-"
                      + value.option()
                      + "\")."));
    }
  }

  private static void checkType(Value value, Report report) {
    ParameterKind kind = value.kind();
    if (kind == null) {
      report.add(
          Finding.of(
                  Diagnostic.PARAMETER_TYPE,
                  value.location(),
                  "Parameter '"
                      + value.name()
                      + "' is "
                      + Words.a(Words.simple(value.type()))
                      + ", which cannot be read from text.")
              .fact("Supported are " + ParameterKind.SUPPORTED + ".")
              .fix("take one of them, or return the value from a step."));
      return;
    }
    String text = value.defaultText();
    if (text == null) {
      return;
    }
    if (kind == ParameterKind.ENUM) {
      if (!value.constants().contains(text)) {
        report.add(
            unreadable(value, text, "it is none of the constants")
                .fact(Suggestion.didYouMean(text, value.constants()))
                .fix("write one of " + Suggestion.list(value.constants()) + "."));
      }
      return;
    }
    kind.objection(text)
        .ifPresent(
            objection ->
                report.add(
                    unreadable(value, text, objection)
                        .fix("write a default that is one, or none.")));
  }

  private static Finding unreadable(Value value, String text, String why) {
    String shown =
        Confidential.looksSo(value.option()) ? "The default" : "The default '" + text + "'";
    return Finding.of(
        Diagnostic.PARAMETER_DEFAULT,
        value.defaultLocation(),
        shown
            + " of parameter '"
            + value.name()
            + "' is no "
            + Words.simple(value.type())
            + ": "
            + why
            + ".");
  }

  private static void checkSame(Declared first, Declared second, Report report) {
    String difference = difference(first.value(), second.value());
    if (difference != null) {
      report.add(
          Finding.of(
                  Diagnostic.PARAMETER_CONFLICT,
                  second.value().location(),
                  (first.step().is(second.step())
                          ? "Step '" + first.step().name() + "' declares the parameter '"
                          : "Steps '"
                              + first.step().name()
                              + "' and '"
                              + second.step().name()
                              + "' declare the parameter '")
                      + second.value().option()
                      + (first.step().is(second.step())
                          ? "' twice, with different "
                          : "' with different ")
                      + difference
                      + ".")
              .fix("make them equal, or give one of them another name with @Param(name = ...)."));
    }
  }

  private static @Nullable String difference(Value first, Value second) {
    if (!first.descriptorType().equals(second.descriptorType())) {
      return "types";
    }
    return Objects.equals(first.defaultText(), second.defaultText()) ? null : "defaults";
  }
}
