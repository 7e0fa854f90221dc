package dev.lockstep.processor.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** What carries which annotation in a round, found in one walk through its sources. */
public final class Annotated {
  private final Map<String, List<Element>> elements = new HashMap<>();

  /**
   * Looks through a round.
   *
   * @param annotations those that occur in it: a walk that looks for one costs as much as for all
   */
  public Annotated(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    if (annotations.isEmpty()) {
      return;
    }
    for (TypeElement annotation : annotations) {
      elements.put(annotation.getQualifiedName().toString(), new ArrayList<>());
    }
    TypeElement[] wanted = annotations.toArray(new TypeElement[0]);
    for (Element element : round.getElementsAnnotatedWithAny(wanted)) {
      for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
        if (mirror.getAnnotationType().asElement() instanceof TypeElement type) {
          List<Element> found = elements.get(type.getQualifiedName().toString());
          if (found != null) {
            found.add(element);
          }
        }
      }
    }
  }

  /** Whether an element carries an annotation. */
  public static boolean isOn(Element element, String annotation) {
    return AnnotationView.isPresent(element, annotation);
  }

  /** What carries an annotation, in the order of the sources. */
  public List<Element> with(String annotation) {
    return elements.getOrDefault(annotation, List.of());
  }
}
