package dev.lockstep.processor.read;

import dev.lockstep.processor.report.Suggestion;
import java.util.List;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.type.TypeKind;

/**
 * Annotations that do not exist, and look as if they were meant to be ours: one that is misspelt,
 * or lacks its import. The compiler says so, and whatever follows from the lack is not worth a word
 * until that is mended.
 *
 * <p>Eclipse's compiler and newer ones of the JDK hand such annotations over; javac 17 does not.
 */
final class UnknownAnnotations {
  private static final List<String> OURS =
      List.of(
          "Pipeline",
          "Step",
          "SecretSchema",
          "Key",
          "SecretName",
          "Param",
          "From",
          "Each",
          "Flavor");

  private UnknownAnnotations() {}

  /** Whether one of them is on an element. */
  static boolean areOn(Element element) {
    for (AnnotationMirror annotation : element.getAnnotationMirrors()) {
      if (annotation.getAnnotationType().getKind() == TypeKind.ERROR
          && Suggestion.nearest(
                  annotation.getAnnotationType().asElement().getSimpleName().toString(), OURS)
              .isPresent()) {
        return true;
      }
    }
    return false;
  }

  /**
   * Leaves an element to the compiler.
   *
   * @throws MissingTypeException when one of them is on it
   */
  static void refuse(Element element) {
    if (areOn(element)) {
      throw new MissingTypeException();
    }
  }
}
