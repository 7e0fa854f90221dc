package dev.lockstep.processor.validate;

import dev.lockstep.processor.model.Names;
import dev.lockstep.processor.model.ParameterDeclaration;
import dev.lockstep.processor.model.ParameterDeclaration.Value;
import dev.lockstep.processor.model.ParameterKind;
import dev.lockstep.processor.model.StepDeclaration;
import dev.lockstep.processor.report.Diagnostic;
import dev.lockstep.processor.report.Finding;
import dev.lockstep.processor.report.Report;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Parameters of the pipeline can be options of its runner, and their defaults can be read. */
final class ParameterRule implements PipelineRule {
  private record Declared(Value value, StepDeclaration step) {}

  @Override
  public void check(Subject subject, Report report) {
    Map<String, Declared> seen = new HashMap<>();
    for (StepDeclaration step : subject.steps()) {
      for (ParameterDeclaration parameter : step.parameters()) {
        if (parameter instanceof Value value && !report.hasErrorAt(value.location())) {
          checkName(value, report);
          checkType(value, report);
          Declared other = seen.putIfAbsent(value.option(), new Declared(value, step));
          if (other != null) {
            checkSame(other, new Declared(value, step), report);
          }
        }
      }
    }
  }

  private static void checkName(Value value, Report report) {
    if (!Names.isOption(value.option())) {
      report.add(
          OptionFindings.malformed(
              Diagnostic.PARAMETER_NAME,
              value.nameLocation(),
              value.written(),
              value.option(),
              " of the runner"));
    } else if (Names.RESERVED_OPTIONS.contains(value.option())) {
      report.add(
          OptionFindings.reserved(
              Diagnostic.PARAMETER_RESERVED,
              value.nameLocation(),
              value.option(),
              "every runner",
              "parameter"));
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
    String what = "parameter '" + value.name() + "'";
    if (kind == ParameterKind.ENUM) {
      if (!value.constants().contains(text)) {
        report.add(
            OptionFindings.unknownConstant(
                Diagnostic.PARAMETER_DEFAULT,
                value.defaultLocation(),
                text,
                value.option(),
                what,
                value.type(),
                value.constants()));
      }
      return;
    }
    Optional<String> objection = kind.objection(text);
    if (objection.isPresent()) {
      report.add(
          OptionFindings.unreadable(
              Diagnostic.PARAMETER_DEFAULT,
              value.defaultLocation(),
              text,
              value.option(),
              what,
              value.type(),
              objection.get()));
    }
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
