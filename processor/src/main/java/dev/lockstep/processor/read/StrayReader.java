package dev.lockstep.processor.read;

import dev.lockstep.processor.model.Stray;
import dev.lockstep.processor.report.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** Finds annotations of ours on elements that no pipeline and no schema leads to. */
public final class StrayReader {
  private static final List<String> ON_PARAMETERS =
      List.of(ApiNames.PARAM, ApiNames.FROM, ApiNames.SECRET_NAME, ApiNames.EACH);

  /**
   * What is astray in the sources of a round, for certain.
   *
   * @param present the annotations that occur in it: to look for others costs as much
   */
  public List<Stray> read(Set<? extends TypeElement> present, RoundEnvironment round) {
    Present found = new Present(present, round);
    List<Stray> strays = new ArrayList<>();
    for (String annotation : ON_PARAMETERS) {
      add(
          strays,
          found,
          annotation,
          parameter ->
              AnnotationView.isPresent(parameter.getEnclosingElement(), ApiNames.STEP)
                  || !(parameter.getEnclosingElement() instanceof ExecutableElement)
                  || comesFromComponent(parameter));
    }
    add(
        strays,
        found,
        ApiNames.KEY,
        method -> AnnotationView.isPresent(method.getEnclosingElement(), ApiNames.SECRET_SCHEMA));
    return strays;
  }

  /** A record's constructor has the annotations of its components, which are looked at there. */
  private static boolean comesFromComponent(Element parameter) {
    Element constructor = parameter.getEnclosingElement();
    return constructor != null
        && constructor.getEnclosingElement() instanceof TypeElement type
        && ElementFilter.recordComponentsIn(type.getEnclosedElements()).stream()
            .anyMatch(
                component ->
                    component.getSimpleName().equals(parameter.getSimpleName())
                        && AnnotationView.isPresent(component, ApiNames.PARAM));
  }

  private void add(
      List<Stray> strays, Present present, String annotation, Predicate<Element> inPlace) {
    for (Element element : present.on(annotation)) {
      if (!inPlace.test(element)) {
        strays.add(
            new Stray(
                "@" + annotation.substring(annotation.lastIndexOf('.') + 1),
                element.getSimpleName().toString(),
                Location.of(element)));
      }
    }
  }

  /** The annotations that occur in a round. */
  private record Present(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    Set<? extends Element> on(String annotation) {
      for (TypeElement type : annotations) {
        if (type.getQualifiedName().contentEquals(annotation)) {
          return round.getElementsAnnotatedWith(type);
        }
      }
      return Set.of();
    }
  }
}
