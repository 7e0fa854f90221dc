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
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
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

  /** Records with components that say more about options, and flavors, of all rounds. */
  private final Set<String> configurations = new TreeSet<>();

  private final Set<String> flavors = new TreeSet<>();

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
    for (Element component : annotated(round, ApiNames.PARAM)) {
      if (component.getEnclosingElement() instanceof TypeElement type) {
        configurations.add(type.getQualifiedName().toString());
      }
    }
    for (Element flavor : annotated(round, ApiNames.FLAVOR)) {
      if (flavor instanceof TypeElement type) {
        flavors.add(type.getQualifiedName().toString());
      }
    }
    add(
        strays,
        round,
        ApiNames.KEY,
        method -> AnnotationView.isPresent(method.getEnclosingElement(), ApiNames.SECRET_SCHEMA));
    for (Element method : annotated(round, ApiNames.STEP)) {
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

  /** Components of records that say more about options, of records that configure no flavor. */
  public List<Stray> misplacedComponents() {
    List<Stray> misplaced = new ArrayList<>();
    for (String name : configurations) {
      TypeElement type = elements.getTypeElement(name);
      if (type == null || isConfiguration(type)) {
        continue;
      }
      for (RecordComponentElement component :
          ElementFilter.recordComponentsIn(type.getEnclosedElements())) {
        if (AnnotationView.isPresent(component, ApiNames.PARAM)) {
          misplaced.add(
              new Stray(
                  "@Param on a component",
                  type.getSimpleName() + "." + component.getSimpleName(),
                  ConfigurationReader.locationOf(type, component)));
        }
      }
    }
    return misplaced;
  }

  /**
   * Whether a constructor of a flavor takes a record. A compilation that sees some files only may
   * not have the flavor among them; most flavors are in the package of their configuration.
   */
  private boolean isConfiguration(TypeElement type) {
    return flavors.stream()
            .map(elements::getTypeElement)
            .anyMatch(flavor -> flavor != null && takes(flavor, type))
        || isTakenWithin(elements.getPackageOf(type), type);
  }

  private static boolean isTakenWithin(Element scope, TypeElement type) {
    return ElementFilter.typesIn(scope.getEnclosedElements()).stream()
        .anyMatch(
            candidate ->
                (AnnotationView.isPresent(candidate, ApiNames.FLAVOR) && takes(candidate, type))
                    || isTakenWithin(candidate, type));
  }

  private static boolean takes(TypeElement flavor, TypeElement type) {
    return ElementFilter.constructorsIn(flavor.getEnclosedElements()).stream()
        .flatMap(constructor -> constructor.getParameters().stream())
        .anyMatch(
            parameter ->
                TypeReader.isNamed(parameter.asType(), type.getQualifiedName().toString()));
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
