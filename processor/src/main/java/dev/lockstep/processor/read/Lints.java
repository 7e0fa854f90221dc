package dev.lockstep.processor.read;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

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
    for (Element e = used;
        e != null && !(e instanceof PackageElement) && e.getKind() != ElementKind.MODULE;
        e = e.getEnclosingElement()) {
      addDeprecation(e, lints);
    }
    for (TypeMirror type : types) {
      for (TypeElement element : TypeReader.mentioned(type)) {
        addDeprecation(element, lints);
      }
      if (TypeReader.mentionsRaw(type)) {
        lints.add("rawtypes");
        lints.add("unchecked");
      }
    }
    return lints;
  }

  private static void addDeprecation(Element element, Set<String> lints) {
    AnnotationView.of(element, DEPRECATED)
        .ifPresent(
            deprecated ->
                lints.add(deprecated.flag("forRemoval", false) ? "removal" : "deprecation"));
  }
}
