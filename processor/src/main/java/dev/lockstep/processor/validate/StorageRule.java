package dev.lockstep.processor.validate;

import dev.lockstep.processor.model.StepDeclaration;
import dev.lockstep.processor.model.StepDeclaration.OutputShape;
import dev.lockstep.processor.model.StorageProblem;
import dev.lockstep.processor.model.StorageProblem.Kind;
import dev.lockstep.processor.model.TypeRef;
import dev.lockstep.processor.report.Diagnostic;
import dev.lockstep.processor.report.Finding;
import dev.lockstep.processor.report.Report;
import java.util.Set;

/**
 * What a step returns can be stored and read again. Whoever names a materializer at the step knows
 * better; one that ServiceLoader finds is not known here, and where it could help is only warned.
 */
final class StorageRule implements PipelineRule {
  private static final String OR_NAME = ", or name a Materializer with @Step(materializer = ...).";

  @Override
  public void check(Subject subject, Report report) {
    Set<String> takenApart = subject.wiring().takenApart();
    for (StepDeclaration step : subject.steps()) {
      StorageProblem problem = step.storageProblem();
      TypeRef output = step.output();
      if (problem == null
          || output == null
          || step.generic()
          || step.materializer() != null
          || step.shape() != OutputShape.FINE
          || step.secretPath() != null
          || (problem.unlessTakenApart() && takenApart.contains(step.name()))) {
        continue;
      }
      report.add(finding(step, Words.simple(output), problem));
    }
  }

  private static Finding finding(StepDeclaration step, String output, StorageProblem problem) {
    Diagnostic diagnostic =
        switch (problem.kind()) {
          case PENDING, STREAM, HANDLE, CODE, INNER -> Diagnostic.UNSTORABLE_OUTPUT;
          case ABSTRACT, CONSTRUCTOR, EMPTY, OPAQUE -> Diagnostic.UNREADABLE_OUTPUT;
          case KEY -> Diagnostic.UNREADABLE_KEY;
        };
    String headline =
        "Step '"
            + step.name()
            + "' returns "
            + output
            + switch (diagnostic) {
              case UNREADABLE_OUTPUT -> ", which JSON cannot hold and give back.";
              case UNREADABLE_KEY -> ", and the keys of its map cannot be read from JSON again.";
              default -> ", which cannot be stored.";
            };
    Finding finding =
        Finding.of(diagnostic, step.location(), headline).fact(reason(problem)).fact(way(problem));
    if (diagnostic == Diagnostic.UNREADABLE_OUTPUT) {
      finding =
          finding.fact(
              "Where ServiceLoader finds a materializer for it, silence this with"
                  + " @SuppressWarnings(\"lockstep:"
                  + diagnostic.slug()
                  + "\").");
    }
    return finding.fix(fix(problem.kind()) + OR_NAME);
  }

  private static String reason(StorageProblem problem) {
    String type = problem.type();
    return switch (problem.kind()) {
      case PENDING -> type + " is not there yet, or can be read only once.";
      case STREAM -> type + " is an open stream; of those, only InputStream by itself is stored.";
      case HANDLE -> type + " belongs to this process, and the next step may run in another.";
      case CODE -> type + " is code and not data.";
      case INNER -> type + " is an inner class: nothing is left of the object around it.";
      case ABSTRACT ->
          type + " is an interface or abstract, so that nothing says which class to read.";
      case CONSTRUCTOR ->
          type + " has no constructor that JSON can be read with: one without parameters.";
      case EMPTY -> type + " has neither a public field nor a getter that JSON could show.";
      case OPAQUE -> "JSON of " + type + " cannot be read again.";
      case KEY -> "JSON has texts for keys, and nothing makes a " + type + " of one.";
    };
  }

  private static String way(StorageProblem problem) {
    return problem.way().isEmpty() ? "" : "It is there through " + problem.way() + ".";
  }

  private static String fix(Kind kind) {
    return switch (kind) {
      case PENDING -> "return what is inside: wait for it, or collect it into a List";
      case STREAM -> "return byte[], String, Path, or an InputStream by itself";
      case HANDLE, CODE -> "return the data that the next step needs";
      case INNER -> "make the class static";
      case ABSTRACT -> "return a record, or annotate the type with Jackson's @JsonTypeInfo";
      case CONSTRUCTOR, EMPTY, OPAQUE -> "return a record that holds the same";
      case KEY -> "use a String or an enum as key, or return a List of records";
    };
  }
}
