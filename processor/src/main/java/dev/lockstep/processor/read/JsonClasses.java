package dev.lockstep.processor.read;

import dev.lockstep.processor.model.StorageProblem.Kind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/** What JSON makes of classes that do not belong to the JDK. */
final class JsonClasses {
  /** Supertypes that do not change how JSON sees a class. */
  private static final Set<String> PLAIN =
      Set.of(
          "java.lang.Object",
          "java.lang.Record",
          "java.lang.Comparable",
          "java.lang.Cloneable",
          "java.io.Serializable",
          "java.lang.AutoCloseable",
          "java.io.Closeable");

  private static final Set<String> FACTORIES = Set.of("valueOf", "fromString");

  private final TypeReader types;
  private final Map<String, Boolean> configured = new HashMap<>();
  private final Map<String, Optional<Kind>> kinds = new HashMap<>();

  JsonClasses(TypeReader types) {
    this.types = types;
  }

  /** Whether something on a class, in it or above it may tell JSON more than its shape does. */
  boolean isConfigured(TypeElement type) {
    if (KnownTypes.isOfTheJdk(type)) {
      return false;
    }
    return configured.computeIfAbsent(
        type.getQualifiedName().toString(),
        name ->
            withSupertypes(type).stream()
                .filter(parent -> !KnownTypes.isOfTheJdk(parent))
                .anyMatch(
                    parent ->
                        isAnnotated(parent)
                            || parent.getEnclosedElements().stream()
                                .filter(member -> !member.getKind().isClass())
                                .anyMatch(JsonClasses::isAnnotated)));
  }

  /** Whether Jackson, or a generator of constructors, has an annotation on an element. */
  static boolean isAnnotated(Element element) {
    List<? extends AnnotationMirror> on = element.getAnnotationMirrors();
    if (on.stream().anyMatch(JsonClasses::says)) {
      return true;
    }
    return element instanceof ExecutableElement method
        && method.getParameters().stream().anyMatch(JsonClasses::isAnnotated);
  }

  private static boolean says(AnnotationMirror annotation) {
    Element type = annotation.getAnnotationType().asElement();
    return speaks(type.toString())
        || type.getAnnotationMirrors().stream()
            .anyMatch(meta -> speaks(meta.getAnnotationType().asElement().toString()));
  }

  private static boolean speaks(String name) {
    return name.startsWith("com.fasterxml.jackson.")
        || name.startsWith("lombok.")
        || name.equals("java.beans.ConstructorProperties");
  }

  /** What is wrong with a class, or null. */
  @Nullable Kind kind(TypeElement type) {
    return kinds
        .computeIfAbsent(
            type.getQualifiedName().toString(), name -> Optional.ofNullable(findKind(type)))
        .orElse(null);
  }

  private @Nullable Kind findKind(TypeElement type) {
    if (type.getKind().isInterface()
        || (type.getKind() == ElementKind.CLASS
            && type.getModifiers().contains(Modifier.ABSTRACT))) {
      return Kind.ABSTRACT;
    }
    if (type.getKind() != ElementKind.CLASS) {
      return null;
    }
    if (StorageFinder.isInner(type)) {
      return Kind.INNER;
    }
    if (!canBeMade(type)) {
      return Kind.CONSTRUCTOR;
    }
    return isEmpty(type) ? Kind.EMPTY : null;
  }

  /** Of a constructor with one parameter, JSON may make something. */
  private boolean canBeMade(TypeElement type) {
    return ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
            .anyMatch(constructor -> constructor.getParameters().size() <= 1)
        || hasFactory(type);
  }

  private boolean hasFactory(TypeElement type) {
    return ElementFilter.methodsIn(type.getEnclosedElements()).stream()
        .anyMatch(
            method ->
                method.getModifiers().contains(Modifier.STATIC)
                    && FACTORIES.contains(method.getSimpleName().toString())
                    && method.getParameters().size() == 1
                    && types.types().isSameType(method.getReturnType(), type.asType()));
  }

  /** Whether a class has neither a field nor a getter that JSON sees. */
  private boolean isEmpty(TypeElement type) {
    boolean plain =
        withSupertypes(type).stream()
            .map(parent -> parent.getQualifiedName().toString())
            .allMatch(name -> PLAIN.contains(name) || !name.startsWith("java"));
    return plain
        && types.elements().getAllMembers(type).stream().noneMatch(JsonClasses::isProperty);
  }

  private static boolean isProperty(Element member) {
    Set<Modifier> modifiers = member.getModifiers();
    if (modifiers.contains(Modifier.STATIC) || !modifiers.contains(Modifier.PUBLIC)) {
      return false;
    }
    if (member.getKind() == ElementKind.FIELD) {
      return true;
    }
    String name = member.getSimpleName().toString();
    return member instanceof ExecutableElement method
        && method.getParameters().isEmpty()
        && method.getReturnType().getKind() != TypeKind.VOID
        && (name.startsWith("get") || name.startsWith("is"))
        && !name.equals("getClass");
  }

  /** A key is written as its text, and read by what makes an object of a text. */
  boolean canBeKey(TypeElement type) {
    if (type.getKind() == ElementKind.ENUM) {
      return true;
    }
    return type.getKind() == ElementKind.CLASS
        && !type.getModifiers().contains(Modifier.ABSTRACT)
        && (hasFactory(type)
            || ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
                .anyMatch(
                    constructor ->
                        constructor.getParameters().size() == 1
                            && TypeReader.isNamed(
                                constructor.getParameters().get(0).asType(), "java.lang.String")));
  }

  private List<TypeElement> withSupertypes(TypeElement type) {
    Map<String, TypeElement> found = new HashMap<>();
    Deque<TypeMirror> open = new ArrayDeque<>(List.of(type.asType()));
    while (!open.isEmpty()) {
      TypeMirror next = open.pop();
      TypeElement element = TypeReader.element(next);
      if (element != null
          && found.putIfAbsent(element.getQualifiedName().toString(), element) == null) {
        open.addAll(types.types().directSupertypes(next));
      }
    }
    return List.copyOf(found.values());
  }
}
