package dev.lockstep.processor.validate;

import com.squareup.javapoet.TypeName;
import dev.lockstep.processor.model.MaterializerDeclaration;
import dev.lockstep.processor.model.StepDeclaration;
import dev.lockstep.processor.model.TypeRef;
import dev.lockstep.processor.report.Diagnostic;
import dev.lockstep.processor.report.Finding;
import dev.lockstep.processor.report.Report;
import java.util.List;
import java.util.Set;

/** A materializer that a step names can be made, and writes what the step returns. */
final class MaterializerRule implements PipelineRule {
  @Override
  public void check(Subject subject, Report report) {
    Set<String> takenApart = subject.wiring().takenApart();
    for (StepDeclaration step : subject.steps()) {
      MaterializerDeclaration materializer = step.materializer();
      if (materializer != null) {
        check(step, materializer, takenApart.contains(step.name()), report);
      }
    }
  }

  private static void check(
      StepDeclaration step,
      MaterializerDeclaration materializer,
      boolean takenApart,
      Report report) {
    String name =
        "Materializer '" + materializer.type().simpleName() + "' of step '" + step.name() + "' ";
    TypeRef output = step.output();
    TypeRef served = materializer.served();
    if (output == null) {
      add(
          materializer,
          name + "has nothing to write: the step returns nothing.",
          "remove it from the step.",
          report);
    } else if (materializer.obstacle() != null) {
      add(
          materializer,
          name + materializer.obstacle() + ".",
          "name a class with a constructor without parameters that the runner can call.",
          report);
    } else if (served == null) {
      add(
          materializer,
          name + "implements no Materializer<T> that says what T is.",
          "let it implement Materializer<" + Words.simple(output) + ">.",
          report);
    } else if (!box(served).equals(box(output))) {
      Words words = Words.of(List.of(served, output));
      add(
          materializer,
          name
              + "writes "
              + words.type(served)
              + ", and the step returns "
              + words.type(output)
              + ".",
          "name one that implements Materializer<" + words.type(output) + ">.",
          report);
    } else if (takenApart) {
      add(
          materializer,
          name
              + "cannot be used: a component of what the step returns is taken by itself, and"
              + " each component is stored on its own.",
          "take the whole " + Words.simple(output) + " in the steps that use it.",
          report);
    }
  }

  private static void add(
      MaterializerDeclaration materializer, String headline, String fix, Report report) {
    report.add(Finding.of(Diagnostic.MATERIALIZER, materializer.location(), headline).fix(fix));
  }

  private static TypeName box(TypeRef type) {
    return type.name().box();
  }
}
