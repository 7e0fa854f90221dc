package dev.lockstep.processor.report;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import javax.annotation.processing.Messager;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.SimpleAnnotationValueVisitor14;
import javax.tools.Diagnostic.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Hands findings to the compiler: each once, warnings only where nobody silenced them, and findings
 * on elements without source on the declaration that led there.
 */
public final class Reporter {
  private final Messager messager;
  private final Predicate<Element> hasSource;
  private final Set<String> printed = new HashSet<>();

  /**
   * Creates a reporter.
   *
   * @param hasSource whether an element belongs to what is being compiled; a compiler has no
   *     position for the others
   */
  public Reporter(Messager messager, Predicate<Element> hasSource) {
    this.messager = messager;
    this.hasSource = hasSource;
  }

  /** Prints the findings on one declaration. */
  public void print(Report report, Element owner) {
    report.findings().forEach(finding -> print(finding, owner));
  }

  /** Prints findings that stand in sources for certain. */
  public void print(Report report) {
    report.findings().forEach(finding -> print(finding, finding.location().element()));
  }

  private void print(Finding finding, Element owner) {
    Location location = finding.location();
    boolean warning = finding.diagnostic().severity() == Severity.WARNING;
    boolean inSource = hasSource.test(location.element());
    if (warning && (!inSource || isSilenced(finding.diagnostic(), location.element()))) {
      // A class file has lost its @SuppressWarnings: only where it was compiled is known what its
      // author wants to hear.
      return;
    }
    Kind kind = warning ? Kind.WARNING : Kind.ERROR;
    if (!inSource) {
      String text = finding.text(typeOf(location.element()) + ": ");
      if (printed.add(owner + "\n" + text)) {
        messager.printMessage(kind, text, owner);
      }
      return;
    }
    String text = finding.text("");
    if (printed.add(path(location.element()) + "\n" + text)) {
      AnnotationMirror annotation = location.annotation();
      AnnotationValue value = location.value();
      if (annotation == null) {
        messager.printMessage(kind, text, location.element());
      } else if (value == null) {
        messager.printMessage(kind, text, location.element(), annotation);
      } else {
        messager.printMessage(kind, text, location.element(), annotation, value);
      }
    }
  }

  private static Element typeOf(Element element) {
    Element type = element;
    while (!(type instanceof TypeElement) && type.getEnclosingElement() != null) {
      type = type.getEnclosingElement();
    }
    return type;
  }

  /** Names an element for comparison: parameters of different methods may have one name. */
  private static String path(Element element) {
    StringBuilder path = new StringBuilder();
    for (Element e = element; e != null; e = e.getEnclosingElement()) {
      path.append(e).append('/');
      if (e instanceof TypeElement) {
        break;
      }
    }
    return path.toString();
  }

  private static boolean isSilenced(Diagnostic diagnostic, Element element) {
    for (Element e = element; e != null; e = e.getEnclosingElement()) {
      for (AnnotationMirror annotation : e.getAnnotationMirrors()) {
        if (annotation.getAnnotationType().toString().equals("java.lang.SuppressWarnings")
            && annotation.getElementValues().values().stream()
                .anyMatch(value -> names(value, diagnostic))) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean names(AnnotationValue value, Diagnostic diagnostic) {
    return value.accept(
        new SimpleAnnotationValueVisitor14<Boolean, @Nullable Void>(false) {
          @Override
          public Boolean visitString(String text, @Nullable Void unused) {
            return text.equals("lockstep:" + diagnostic.slug()) || text.equals("lockstep:all");
          }

          @Override
          public Boolean visitArray(
              java.util.List<? extends AnnotationValue> values, @Nullable Void unused) {
            return values.stream().anyMatch(element -> element.accept(this, null));
          }
        },
        null);
  }
}
