package dev.lockstep.processor.report;

import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/**
 * Where something stands in the source. Opaque: readers make it, everybody hands it on, and only
 * {@link Reporter} looks inside. Two locations are the same when they are one object.
 */
public final class Location {
  private final Element element;
  private final @Nullable AnnotationMirror annotation;
  private final @Nullable AnnotationValue value;

  private Location(
      Element element, @Nullable AnnotationMirror annotation, @Nullable AnnotationValue value) {
    this.element = element;
    this.annotation = annotation;
    this.value = value;
  }

  /** A type, method, field or parameter. */
  public static Location of(Element element) {
    return new Location(element, null, null);
  }

  /** An annotation on an element, or one value in it. */
  public static Location of(
      Element element, @Nullable AnnotationMirror annotation, @Nullable AnnotationValue value) {
    return new Location(element, annotation, value);
  }

  Element element() {
    return element;
  }

  @Nullable AnnotationMirror annotation() {
    return annotation;
  }

  @Nullable AnnotationValue value() {
    return value;
  }
}
