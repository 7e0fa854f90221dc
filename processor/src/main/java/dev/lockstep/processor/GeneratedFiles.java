package dev.lockstep.processor;

import com.squareup.javapoet.ClassName;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.Filer;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.StandardLocation;

/**
 * The files of this compilation. Every file names the element that it was generated for, so that
 * builds can compile incrementally.
 */
final class GeneratedFiles {
  private final Filer filer;
  private final Map<ClassName, ClassName> origins = new HashMap<>();

  /** Canonical names of the classes that are compiled. */
  private final Set<String> sources = new HashSet<>();

  GeneratedFiles(Filer filer) {
    this.filer = filer;
  }

  /** Remembers a class that is compiled. */
  void addSource(TypeElement type) {
    sources.add(type.getQualifiedName().toString());
  }

  /** Whether a type, or the one around it, is compiled and not read from a class file. */
  boolean hasSource(Element element) {
    for (Element e = element; e != null; e = e.getEnclosingElement()) {
      if (e instanceof TypeElement type && sources.contains(type.getQualifiedName().toString())) {
        return true;
      }
    }
    return false;
  }

  /** Whether a class of that name exists that was not generated for that type. */
  boolean isTaken(ClassName generated, ClassName origin) {
    ClassName known = origins.get(generated);
    return known == null ? sources.contains(generated.canonicalName()) : !known.equals(origin);
  }

  void writeSource(ClassName name, ClassName origin, String text, Element element)
      throws IOException {
    origins.put(name, origin);
    try (Writer writer = filer.createSourceFile(name.canonicalName(), element).openWriter()) {
      writer.write(text);
    }
  }

  void writeDescriptor(String className, String text, Element element) throws IOException {
    try (OutputStream out =
        filer
            .createResource(
                StandardLocation.CLASS_OUTPUT,
                "",
                "META-INF/lockstep/" + className + ".json",
                element)
            .openOutputStream()) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }
}
