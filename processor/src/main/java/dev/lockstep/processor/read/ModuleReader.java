package dev.lockstep.processor.read;

import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.ModuleElement.ProvidesDirective;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/**
 * Reads what the module of a flavor says. Only for the last round: a compiler that is asked earlier
 * looks for classes that are still to be generated.
 */
public final class ModuleReader {
  private final Elements elements;

  public ModuleReader(Elements elements) {
    this.elements = elements;
  }

  /** The name of the module of a class. */
  public String name(TypeElement type) {
    return elements.getModuleOf(type).getQualifiedName().toString();
  }

  /** The names of the flavors that the module of a class provides, sorted. */
  public Set<String> providedFlavors(TypeElement type) {
    Set<String> names = new TreeSet<>();
    for (ProvidesDirective provides :
        ElementFilter.providesIn(elements.getModuleOf(type).getDirectives())) {
      if (provides.getService().getQualifiedName().contentEquals(ApiNames.COMPONENT_FLAVOR)) {
        provides.getImplementations().stream()
            .map(implementation -> implementation.getQualifiedName().toString())
            .forEach(names::add);
      }
    }
    return names;
  }

  /** Whether a class is there and marked as flavor. */
  public static boolean isFlavor(@Nullable TypeElement type) {
    return AnnotationView.isPresent(type, ApiNames.FLAVOR);
  }
}
