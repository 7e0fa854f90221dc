package dev.lockstep.processor;

import com.squareup.javapoet.ClassName;
import java.io.IOException;
import java.io.Writer;
import java.util.HashMap;
import java.util.Map;
import javax.annotation.processing.Filer;
import javax.annotation.processing.FilerException;
import javax.lang.model.element.Element;
import javax.tools.StandardLocation;

/**
 * What is generated for one pipeline, schema or flavor each. Every file names the element that it
 * was generated for, and no other, so that builds can compile incrementally.
 */
final class GeneratedFiles {
  private final Filer filer;
  private final Sources sources;
  private final Map<ClassName, ClassName> origins = new HashMap<>();

  GeneratedFiles(Filer filer, Sources sources) {
    this.filer = filer;
    this.sources = sources;
  }

  /** Whether a class of that name exists that was not generated for that type. */
  boolean isTaken(ClassName generated, ClassName origin) {
    ClassName known = origins.get(generated);
    return known == null ? sources.contain(generated) : !known.equals(origin);
  }

  void writeSource(ClassName name, ClassName origin, String text, Element element)
      throws IOException {
    origins.put(name, origin);
    try (Writer writer = filer.createSourceFile(name.canonicalName(), element).openWriter()) {
      writer.write(text);
    } catch (FilerException e) {
      // Not every compiler replaces what an earlier one wrote; it need not if nothing has changed.
      String path = name.canonicalName().replace('.', '/') + ".java";
      if (!text.equals(OutputFiles.read(filer, StandardLocation.SOURCE_OUTPUT, path))) {
        throw e;
      }
    }
  }

  void writeDescriptor(String className, String text, Element element) throws IOException {
    OutputFiles.write(filer, descriptor(className), text, element);
  }

  /** Whether an earlier compilation left a descriptor. */
  boolean hasDescriptor(String className) {
    return OutputFiles.has(filer, descriptor(className));
  }

  private static String descriptor(String className) {
    return OutputFiles.FOLDER + className + ".json";
  }
}
