package dev.lockstep.processor.read;

import dev.lockstep.processor.model.Stray;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** Finds components of records that say more about options, of records that configure no flavor. */
public final class OptionStrays {
  private final Elements elements;
  private final Collection<String> flavors;

  /**
   * Creates a finder.
   *
   * @param flavors names of the flavors that are compiled
   */
  public OptionStrays(Elements elements, Collection<String> flavors) {
    this.elements = elements;
    this.flavors = flavors;
  }

  /**
   * The components of a record that are astray.
   *
   * @param name the record's
   */
  public List<Stray> find(String name) {
    List<Stray> strays = new ArrayList<>();
    TypeElement type = elements.getTypeElement(name);
    if (type == null || isConfiguration(type)) {
      return strays;
    }
    for (RecordComponentElement component :
        ElementFilter.recordComponentsIn(type.getEnclosedElements())) {
      if (AnnotationView.isPresent(component, ApiNames.PARAM)) {
        strays.add(
            new Stray(
                "@Param on a component",
                type.getSimpleName() + "." + component.getSimpleName(),
                ConfigurationReader.locationOf(type, component)));
      }
    }
    return strays;
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
}
