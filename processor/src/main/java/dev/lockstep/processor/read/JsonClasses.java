package dev.lockstep.processor.read;

import dev.lockstep.processor.model.StorageProblem.Kind;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
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
  private final Map<String, @Nullable Kind> kinds = new HashMap<>();

  JsonClasses(TypeReader types) {
    this.types = types;
  }

  /** Whether something on a class, in it or above it may tell JSON more than its shape does. */
  boolean isConfigured(TypeElement type) {
    if (KnownTypes.isOfTheJdk(type)) {
      return false;
    }
    String name = type.getQualifiedName().toString();
    Boolean known = configured.get(name);
    if (known == null) {
      known = findConfiguration(type);
      configured.put(name, known);
    }
    return known;
  }

  private boolean findConfiguration(TypeElement type) {
    for (TypeElement parent : types.supertypes(type).values()) {
      if (!KnownTypes.isOfTheJdk(parent) && (isAnnotated(parent) || hasAnnotatedMember(parent))) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasAnnotatedMember(TypeElement type) {
    for (Element member : type.getEnclosedElements()) {
      if (!member.getKind().isClass() && isAnnotated(member)) {
        return true;
      }
    }
    return false;
  }

  /** Whether Jackson, or a generator of constructors, has an annotation on an element. */
  static boolean isAnnotated(Element element) {
    for (AnnotationMirror annotation : element.getAnnotationMirrors()) {
      if (says(annotation)) {
        return true;
      }
    }
    if (element instanceof ExecutableElement method) {
      for (Element parameter : method.getParameters()) {
        if (isAnnotated(parameter)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean says(AnnotationMirror annotation) {
    Element type = annotation.getAnnotationType().asElement();
    if (speaks(type.toString())) {
      return true;
    }
    for (AnnotationMirror meta : type.getAnnotationMirrors()) {
      if (speaks(meta.getAnnotationType().asElement().toString())) {
        return true;
      }
    }
    return false;
  }

  private static boolean speaks(String name) {
    return name.startsWith("com.fasterxml.jackson.")
        || name.startsWith("lombok.")
        || name.equals("java.beans.ConstructorProperties");
  }

  /** What is wrong with a class, or null. */
  @Nullable Kind kind(TypeElement type) {
    String name = type.getQualifiedName().toString();
    if (!kinds.containsKey(name)) {
      kinds.put(name, findKind(type));
    }
    return kinds.get(name);
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
    for (ExecutableElement constructor : ElementFilter.constructorsIn(type.getEnclosedElements())) {
      if (constructor.getParameters().size() <= 1) {
        return true;
      }
    }
    return hasFactory(type);
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
    return isPlain(type) && !hasProperties(type);
  }

  /** Whether JSON sees a class by its fields and getters, of which there are some. */
  boolean isBean(TypeElement type) {
    return isPlain(type) && hasProperties(type);
  }

  private boolean isPlain(TypeElement type) {
    for (String name : types.supertypes(type).keySet()) {
      if (!PLAIN.contains(name) && name.startsWith("java")) {
        return false;
      }
    }
    return true;
  }

  private boolean hasProperties(TypeElement type) {
    for (Element member : types.elements().getAllMembers(type)) {
      if (isProperty(member)) {
        return true;
      }
    }
    return false;
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
}
