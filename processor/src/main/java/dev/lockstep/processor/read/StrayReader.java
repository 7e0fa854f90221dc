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
import javax.lang.model.util.Elements;

/** Finds annotations of ours on elements that no pipeline and no schema leads to. */
public final class StrayReader {
  private static final List<String> ON_PARAMETERS =
      List.of(ApiNames.PARAM, ApiNames.FROM, ApiNames.SECRET_NAME, ApiNames.EACH);

  private final Elements elements;

  public StrayReader(Elements elements) {
    this.elements = elements;
  }

  /** What is astray in the sources of a round, for certain. */
  public List<Stray> read(RoundEnvironment round) {
    List<Stray> strays = new ArrayList<>();
    for (String annotation : ON_PARAMETERS) {
      add(
          strays,
          round,
          annotation,
          parameter ->
              AnnotationView.isPresent(parameter.getEnclosingElement(), ApiNames.STEP)
                  || !(parameter.getEnclosingElement() instanceof ExecutableElement)
                  || comesFromComponent(parameter));
    }
    add(
        strays,
        round,
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
      List<Stray> strays, RoundEnvironment round, String annotation, Predicate<Element> inPlace) {
    for (Element element : annotated(round, annotation)) {
      if (!inPlace.test(element)) {
        strays.add(
            new Stray(
                "@" + annotation.substring(annotation.lastIndexOf('.') + 1),
                element.getSimpleName().toString(),
                Location.of(element)));
      }
    }
  }

  private Set<? extends Element> annotated(RoundEnvironment round, String annotation) {
    TypeElement type = elements.getTypeElement(annotation);
    return type == null ? Set.of() : round.getElementsAnnotatedWith(type);
  }
}
