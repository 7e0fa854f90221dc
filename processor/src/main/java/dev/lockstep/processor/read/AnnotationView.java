package dev.lockstep.processor.read;

import dev.lockstep.processor.model.Named;
import dev.lockstep.processor.report.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * One annotation on one element, read by name: the annotation's class is never loaded, and a value
 * of a wrong kind is as good as none, because the compiler itself refuses it.
 */
final class AnnotationView {
  /** How javac hands over a value that it could not resolve. */
  private static final String ERROR = "<error>";

  private final Element element;
  private final AnnotationMirror mirror;

  private AnnotationView(Element element, AnnotationMirror mirror) {
    this.element = element;
    this.mirror = mirror;
  }

  static Optional<AnnotationView> of(Element element, String annotation) {
    for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
      if (mirror.getAnnotationType().asElement() instanceof TypeElement type
          && type.getQualifiedName().contentEquals(annotation)) {
        return Optional.of(new AnnotationView(element, mirror));
      }
    }
    return Optional.empty();
  }

  static boolean isPresent(@Nullable Element element, String annotation) {
    return element != null && of(element, annotation).isPresent();
  }

  Location location() {
    return Location.of(element, mirror, null);
  }

  /** Whether a value is written. */
  boolean has(String member) {
    return find(member) != null;
  }

  /** The place of a value, or of the annotation when the value is not written. */
  Location location(String member) {
    return Location.of(element, mirror, find(member));
  }

  /** A text that is written, or null. */
  @Nullable String text(String member) {
    AnnotationValue value = find(member);
    return value == null ? null : text(value);
  }

  /** A text that is written and not empty, or what stands for it. */
  String text(String member, String otherwise) {
    String text = text(member);
    return text == null || text.isEmpty() ? otherwise : text;
  }

  /** A text with its place, or null when it is not written or empty. */
  @Nullable Named named(String member) {
    String text = text(member);
    return text == null || text.isEmpty() ? null : new Named(text, location(member));
  }

  boolean flag(String member, boolean otherwise) {
    AnnotationValue value = find(member);
    return (value != null && value.getValue() instanceof Boolean flag) ? flag : otherwise;
  }

  int number(String member, int otherwise) {
    AnnotationValue value = find(member);
    return (value != null && value.getValue() instanceof Integer number) ? number : otherwise;
  }

  /** The name of an enum's constant. */
  String constant(String member, String otherwise) {
    AnnotationValue value = find(member);
    return value != null && value.getValue() instanceof VariableElement constant
        ? constant.getSimpleName().toString()
        : otherwise;
  }

  /** Texts with their places. */
  List<Named> texts(String member) {
    List<Named> texts = new ArrayList<>();
    for (AnnotationValue item : items(member)) {
      String text = text(item);
      if (text != null) {
        texts.add(new Named(text, Location.of(element, mirror, item)));
      }
    }
    return texts;
  }

  /** A class literal, or null when it is not written. */
  @Nullable TypeMirror type(String member) {
    AnnotationValue value = find(member);
    return value == null ? null : type(value);
  }

  /** Class literals with their places. */
  List<Map.Entry<TypeMirror, Location>> types(String member) {
    List<Map.Entry<TypeMirror, Location>> types = new ArrayList<>();
    for (AnnotationValue item : items(member)) {
      TypeMirror type = type(item);
      if (type != null) {
        types.add(Map.entry(type, Location.of(element, mirror, item)));
      }
    }
    return types;
  }

  /** An annotation inside this one. */
  @Nullable AnnotationView nested(String member) {
    AnnotationValue value = find(member);
    return value != null && value.getValue() instanceof AnnotationMirror nested
        ? new AnnotationView(element, nested)
        : null;
  }

  private @Nullable AnnotationValue find(String member) {
    for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> entry :
        mirror.getElementValues().entrySet()) {
      if (entry.getKey().getSimpleName().contentEquals(member)) {
        return entry.getValue();
      }
    }
    return null;
  }

  private List<? extends AnnotationValue> items(String member) {
    AnnotationValue value = find(member);
    if (value == null) {
      return List.of();
    }
    if (value.getValue() instanceof List<?> list) {
      List<AnnotationValue> items = new ArrayList<>();
      for (Object item : list) {
        if (item instanceof AnnotationValue one) {
          items.add(one);
        }
      }
      return items;
    }
    return List.of(value);
  }

  private static @Nullable String text(AnnotationValue value) {
    if (!(value.getValue() instanceof String text)) {
      return null;
    }
    if (text.equals(ERROR)) {
      throw new MissingTypeException();
    }
    return text;
  }

  private static @Nullable TypeMirror type(AnnotationValue value) {
    if (value.getValue() instanceof TypeMirror type) {
      if (type.getKind() == TypeKind.ERROR) {
        throw new MissingTypeException();
      }
      return type;
    }
    if (value.getValue() instanceof String text && text.equals(ERROR)) {
      throw new MissingTypeException();
    }
    return null;
  }
}
