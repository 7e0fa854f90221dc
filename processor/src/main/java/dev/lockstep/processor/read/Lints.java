package dev.lockstep.processor.read;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/**
 * Compiler warnings that generated code would cause because it uses what the user wrote: they are
 * silenced there, where nobody could mend them.
 */
final class Lints {
  private static final String DEPRECATED = "java.lang.Deprecated";

  private Lints() {}

  /** The names of the warnings that using an element and some types causes, sorted. */
  static Set<String> of(Element used, List<TypeMirror> types) {
    Set<String> lints = new TreeSet<>();
    addDeprecations(used, lints);
    for (TypeMirror type : types) {
      TypeReader.mentioned(type).forEach(element -> addDeprecations(element, lints));
      if (TypeReader.mentionsRaw(type)) {
        lints.add("rawtypes");
        lints.add("unchecked");
      }
    }
    return lints;
  }

  /** The names of the warnings that making an instance without arguments causes. */
  static Set<String> ofInstance(TypeElement type) {
    Set<String> lints = new TreeSet<>();
    ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
        .filter(constructor -> constructor.getParameters().isEmpty())
        .forEach(constructor -> addDeprecations(constructor, lints));
    return lints;
  }

  /** The names of the warnings that taking a record apart and putting it together causes. */
  static Set<String> ofRecord(TypeMirror type) {
    Set<String> lints = new TreeSet<>();
    TypeElement element = TypeReader.element(type);
    if (element != null && element.getKind() == ElementKind.RECORD) {
      // Of several constructors, one too many does no harm.
      element.getEnclosedElements().forEach(member -> addDeprecation(member, lints));
    }
    return lints;
  }

  /** The names of the warnings that putting a record together of texts causes. */
  static Set<String> ofConfiguration(TypeMirror type) {
    Set<String> lints = ofRecord(type);
    TypeElement element = TypeReader.element(type);
    if (element != null) {
      ElementFilter.recordComponentsIn(element.getEnclosedElements())
          .forEach(component -> lints.addAll(of(component, List.of(component.asType()))));
    }
    return lints;
  }

  /** An element's own, and those of what is around it, which generated code names too. */
  private static void addDeprecations(Element element, Set<String> lints) {
    for (Element e = element;
        e != null && !(e instanceof PackageElement) && e.getKind() != ElementKind.MODULE;
        e = e.getEnclosingElement()) {
      addDeprecation(e, lints);
    }
  }

  private static void addDeprecation(Element element, Set<String> lints) {
    AnnotationView.of(element, DEPRECATED)
        .ifPresent(
            deprecated ->
                lints.add(deprecated.flag("forRemoval", false) ? "removal" : "deprecation"));
  }
}
