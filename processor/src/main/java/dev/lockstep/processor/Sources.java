package dev.lockstep.processor;

import com.squareup.javapoet.ClassName;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.HashSet;
import java.util.Set;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.tools.JavaFileObject;
import org.jspecify.annotations.Nullable;

/**
 * Which classes are compiled. An incremental build also hands over class files of earlier ones, to
 * be processed and not compiled: those have no positions, may lack names of parameters, and have
 * lost their {@code @SuppressWarnings}.
 */
final class Sources {
  /** Of JDK 18 and later. */
  private static final @Nullable Method FILE_OBJECT_OF = fileObjectOf();

  private final Elements elements;
  private final Filer filer;
  private final boolean incremental;
  private final Set<String> compiled = new HashSet<>();

  Sources(ProcessingEnvironment environment) {
    elements = environment.getElementUtils();
    filer = environment.getFiler();
    // Only Gradle hands over class files, and it wraps what processors see.
    incremental = environment.getClass().getName().startsWith("org.gradle.");
  }

  void add(RoundEnvironment round) {
    for (TypeElement type : ElementFilter.typesIn(round.getRootElements())) {
      if (!isClassFile(type)) {
        compiled.add(type.getQualifiedName().toString());
      }
    }
  }

  /** Whether an element, or a type around it, is compiled and not read from a class file. */
  boolean contain(Element element) {
    TypeElement outermost = null;
    for (Element e = element; e != null; e = e.getEnclosingElement()) {
      if (e instanceof TypeElement type) {
        outermost = type;
      }
    }
    return outermost != null && compiled.contains(outermost.getQualifiedName().toString());
  }

  /** Whether a top-level class is compiled. */
  boolean contain(ClassName name) {
    return compiled.contains(name.canonicalName());
  }

  private boolean isClassFile(TypeElement type) {
    if (FILE_OBJECT_OF == null) {
      // Gradle deletes the class files of what it compiles before it does.
      return incremental && OutputFiles.hasClass(filer, elements.getBinaryName(type).toString());
    }
    try {
      return FILE_OBJECT_OF.invoke(elements, type) instanceof JavaFileObject file
          && file.getKind() == JavaFileObject.Kind.CLASS;
    } catch (IllegalAccessException | InvocationTargetException e) {
      // A compiler that does not tell.
      return false;
    }
  }

  private static @Nullable Method fileObjectOf() {
    try {
      return Elements.class.getMethod("getFileObjectOf", Element.class);
    } catch (NoSuchMethodException e) {
      return null;
    }
  }
}
