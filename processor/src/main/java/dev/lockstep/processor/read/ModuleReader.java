package dev.lockstep.processor.read;

import dev.lockstep.processor.model.PackageAccess;
import dev.lockstep.processor.report.Location;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.ModuleElement.ExportsDirective;
import javax.lang.model.element.ModuleElement.OpensDirective;
import javax.lang.model.element.ModuleElement.ProvidesDirective;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/**
 * Reads what the module of a flavor, or of a pipeline, says. Only for the last round: a compiler
 * that is asked earlier looks for classes that are still to be generated.
 */
public final class ModuleReader {
  private static final String JACKSON = "com.fasterxml.jackson.databind";

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

  /** What the module of a class lets Jackson see of one of its packages. */
  public PackageAccess access(TypeElement type, String packageName) {
    ModuleElement module = elements.getModuleOf(type);
    boolean opened = module.isOpen();
    for (OpensDirective opens : ElementFilter.opensIn(module.getDirectives())) {
      opened |= is(opens.getPackage(), packageName) && includesJackson(opens.getTargetModules());
    }
    boolean exported = false;
    for (ExportsDirective exports : ElementFilter.exportsIn(module.getDirectives())) {
      exported |=
          is(exports.getPackage(), packageName) && includesJackson(exports.getTargetModules());
    }
    return new PackageAccess(name(type), opened, exported);
  }

  private static boolean is(PackageElement element, String name) {
    return element.getQualifiedName().contentEquals(name);
  }

  private static boolean includesJackson(@Nullable List<? extends ModuleElement> targets) {
    return targets == null
        || targets.stream().anyMatch(target -> target.getQualifiedName().contentEquals(JACKSON));
  }

  /** Where a step of a class stands, as the last round has it. */
  public Optional<Location> step(TypeElement owner, String name) {
    return StepReader.stepsOf(owner).stream()
        .filter(method -> StepReader.nameOf(method).equals(name))
        .findFirst()
        .map(Location::of);
  }

  /** Whether a class is there and marked as flavor. */
  public static boolean isFlavor(@Nullable TypeElement type) {
    return AnnotationView.isPresent(type, ApiNames.FLAVOR);
  }
}
