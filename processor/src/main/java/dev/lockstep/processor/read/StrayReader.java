package dev.lockstep.processor.read;

import dev.lockstep.processor.model.Stray;
import dev.lockstep.processor.report.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** Finds annotations of ours on elements that no pipeline and no schema leads to. */
public final class StrayReader {
  private static final List<String> ON_PARAMETERS =
      List.of(ApiNames.PARAM, ApiNames.FROM, ApiNames.SECRET_NAME, ApiNames.EACH);

  private final Elements elements;

  /** Classes with steps that are no pipelines, of all rounds. */
  private final Set<String> stepClasses = new TreeSet<>();

  public StrayReader(Elements elements) {
    this.elements = elements;
  }

  /**
   * What is astray in the sources of a round, for certain.
   *
   * @param present the annotations that occur in it: to look for others costs as much
   */
  public List<Stray> read(Set<? extends TypeElement> present, RoundEnvironment round) {
    Present found = new Present(present, round);
    List<Stray> strays = new ArrayList<>();
    add(strays, found, ApiNames.FLAVOR, element -> false);
    for (String annotation : ON_PARAMETERS) {
      add(
          strays,
          found,
          annotation,
          parameter ->
              AnnotationView.isPresent(parameter.getEnclosingElement(), ApiNames.STEP)
                  || !(parameter.getEnclosingElement() instanceof ExecutableElement));
    }
    add(
        strays,
        found,
        ApiNames.KEY,
        method -> AnnotationView.isPresent(method.getEnclosingElement(), ApiNames.SECRET_SCHEMA));
    for (Element method : found.on(ApiNames.STEP)) {
      if (method.getEnclosingElement() instanceof TypeElement type
          && !AnnotationView.isPresent(type, ApiNames.PIPELINE)) {
        stepClasses.add(type.getQualifiedName().toString());
      }
    }
    return strays;
  }

  /**
   * Steps that none of this compilation's pipelines has.
   *
   * @param included binary names of the classes that pipelines include
   */
  public List<Stray> orphans(Set<String> included) {
    List<Stray> orphans = new ArrayList<>();
    for (String name : stepClasses) {
      TypeElement type = elements.getTypeElement(name);
      if (type == null || included.contains(elements.getBinaryName(type).toString())) {
        continue;
      }
      for (ExecutableElement method : StepReader.stepsOf(type)) {
        if (method.getModifiers().contains(Modifier.ABSTRACT)) {
          continue; // Only what overrides it can be a step.
        }
        orphans.add(
            new Stray(
                "@Step", type.getSimpleName() + "." + method.getSimpleName(), Location.of(method)));
      }
    }
    return orphans;
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
