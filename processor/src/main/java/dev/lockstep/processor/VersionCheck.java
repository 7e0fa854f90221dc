package dev.lockstep.processor;

import dev.lockstep.processor.report.Diagnostic;
import dev.lockstep.processor.report.Finding;
import dev.lockstep.processor.report.Location;
import dev.lockstep.processor.report.Report;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/**
 * The annotations that the code is compiled against are those that the processor was written for.
 * Builds name both, in different places.
 */
final class VersionCheck {
  private static final String MARKER = "dev.lockstep.AnnotationsVersion";

  private boolean done;

  /** Compares the versions, once per compilation, and reports a difference on a type. */
  void run(Elements elements, TypeElement first, Report report) {
    if (done) {
      return;
    }
    done = true;
    TypeElement marker = elements.getTypeElement(MARKER);
    if (marker == null) {
      return;
    }
    for (VariableElement field : ElementFilter.fieldsIn(marker.getEnclosedElements())) {
      if (field.getConstantValue() instanceof String version
          && !version.equals(ProcessorVersion.VERSION)) {
        report.add(mismatch(version, first));
      }
    }
  }

  private static Finding mismatch(String annotations, TypeElement first) {
    return Finding.of(
            Diagnostic.VERSION_MISMATCH,
            Location.of(first),
            "The annotations and the processor of Lockstep have different versions.")
        .fact(
            "dev.lockstep:lockstep-annotations, on the class path, is "
                + annotations
                + "; dev.lockstep:lockstep-processor, which compiles it, is "
                + ProcessorVersion.VERSION
                + ".")
        .fix(
            "give lockstep-processor the version of the lockstep-runtime that the project depends"
                + " on, in one property or through lockstep-bom.");
  }
}
