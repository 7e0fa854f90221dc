package dev.lockstep.processor.read;

import dev.lockstep.processor.model.Stray;
import dev.lockstep.processor.report.Location;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** Finds annotations of ours on elements that no pipeline and no schema leads to. */
public final class StrayReader {
  private static final List<String> ON_PARAMETERS =
      List.of(ApiNames.PARAM, ApiNames.FROM, ApiNames.SECRET_NAME, ApiNames.EACH);

  /** What is astray in the sources of a round, for certain. */
  public List<Stray> read(Annotated annotated) {
    List<Stray> strays = new ArrayList<>();
    for (String annotation : ON_PARAMETERS) {
      for (Element parameter : annotated.with(annotation)) {
        if (!isRead(parameter) && !isLeftToTheCompiler(parameter)) {
          strays.add(stray(annotation, parameter));
        }
      }
    }
    for (Element method : annotated.with(ApiNames.KEY)) {
      if (!AnnotationView.isPresent(method.getEnclosingElement(), ApiNames.SECRET_SCHEMA)
          && !isLeftToTheCompiler(method)) {
        strays.add(stray(ApiNames.KEY, method));
      }
    }
    return strays;
  }

  private static boolean isRead(Element parameter) {
    return AnnotationView.isPresent(parameter.getEnclosingElement(), ApiNames.STEP)
        || !(parameter.getEnclosingElement() instanceof ExecutableElement)
        || comesFromComponent(parameter);
  }

  private static boolean isLeftToTheCompiler(Element element) {
    Element around = element.getEnclosingElement();
    return around != null && UnknownAnnotations.areOn(around);
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

  private static Stray stray(String annotation, Element element) {
    return new Stray(
        "@" + annotation.substring(annotation.lastIndexOf('.') + 1),
        element.getSimpleName().toString(),
        Location.of(element));
  }
}
