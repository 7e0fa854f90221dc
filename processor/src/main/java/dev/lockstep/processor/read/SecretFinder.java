package dev.lockstep.processor.read;

import dev.lockstep.processor.model.SecretPath;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import org.jspecify.annotations.Nullable;

/**
 * Finds the way through which a type holds a secret or the step's context: type arguments and
 * bounds, arrays, components of records, fields and abstract methods of types that do not belong to
 * the JDK, what they extend, and what is permitted to extend them.
 */
final class SecretFinder {
  /** What was found in a class's own members, by its name: most types are asked for again. */
  private final Map<String, Optional<SecretPath>> members = new HashMap<>();

  /** The way to a secret or to the context in a type, or null. */
  @Nullable SecretPath find(TypeMirror type) {
    return find(type, new HashSet<>());
  }

  private @Nullable SecretPath find(TypeMirror type, Set<String> visited) {
    return switch (type.getKind()) {
      case ARRAY -> find(((ArrayType) type).getComponentType(), visited);
      case WILDCARD -> {
        TypeMirror bound = ((WildcardType) type).getExtendsBound();
        TypeMirror below = ((WildcardType) type).getSuperBound();
        yield bound != null ? find(bound, visited) : below != null ? find(below, visited) : null;
      }
      case DECLARED -> findDeclared((DeclaredType) type, visited);
      case TYPEVAR -> findInBound((TypeVariable) type, visited);
      case INTERSECTION -> findInAny(((IntersectionType) type).getBounds(), visited);
      default -> null;
    };
  }

  private @Nullable SecretPath findInAny(List<? extends TypeMirror> types, Set<String> visited) {
    for (TypeMirror type : types) {
      SecretPath path = find(type, visited);
      if (path != null) {
        return path;
      }
    }
    return null;
  }

  /** A bound may mention its own variable. */
  private @Nullable SecretPath findInBound(TypeVariable variable, Set<String> visited) {
    Element parameter = variable.asElement();
    return visited.add(parameter.getEnclosingElement() + "<" + parameter + ">")
        ? find(variable.getUpperBound(), visited)
        : null;
  }

  private @Nullable SecretPath findDeclared(DeclaredType type, Set<String> visited) {
    TypeElement element = TypeReader.element(type);
    if (element == null) {
      return null;
    }
    if (isSecret(element)) {
      return new SecretPath(element.getSimpleName().toString(), false);
    }
    if (isContext(element)) {
      return new SecretPath(element.getSimpleName().toString(), true);
    }
    SecretPath path = findInAny(type.getTypeArguments(), visited);
    return path != null ? path : findInMembers(element, visited);
  }

  private @Nullable SecretPath findInMembers(TypeElement element, Set<String> visited) {
    String name = element.getQualifiedName().toString();
    Optional<SecretPath> known = members.get(name);
    if (known != null) {
      return known.orElse(null);
    }
    boolean outermost = visited.isEmpty();
    if (isOfTheJdk(name) || !visited.add(name)) {
      return null;
    }
    SecretPath found = searchMembers(element, visited);
    if (found != null) {
      members.put(name, Optional.of(found));
    } else if (outermost) {
      // Inside a cycle, "nothing found" may only mean "seen already"; the outermost answer is
      // exact.
      visited.forEach(seen -> members.putIfAbsent(seen, Optional.empty()));
    }
    return found;
  }

  private @Nullable SecretPath searchMembers(TypeElement element, Set<String> visited) {
    for (Element member : element.getEnclosedElements()) {
      TypeMirror content = content(member);
      SecretPath path = content == null ? null : find(content, visited);
      if (path != null) {
        String way = element.getSimpleName() + "." + member.getSimpleName();
        String rest = path.text();
        return new SecretPath(way + (rest.contains(".") ? " -> " : ": ") + rest, path.context());
      }
    }
    SecretPath inherited = find(element.getSuperclass(), visited);
    if (inherited == null) {
      inherited = findInAny(element.getInterfaces(), visited);
    }
    return inherited == null ? findInAny(element.getPermittedSubclasses(), visited) : inherited;
  }

  /** What an object has by a member: a field holds it, and an abstract method must find it. */
  private static @Nullable TypeMirror content(Element member) {
    Set<Modifier> modifiers = member.getModifiers();
    if (member.getKind() == ElementKind.FIELD) {
      return modifiers.contains(Modifier.STATIC) || modifiers.contains(Modifier.TRANSIENT)
          ? null
          : member.asType();
    }
    return member instanceof ExecutableElement method
            && modifiers.contains(Modifier.ABSTRACT)
            && method.getParameters().isEmpty()
        ? method.getReturnType()
        : null;
  }

  static boolean isOfTheJdk(String name) {
    return name.startsWith("java.") || name.startsWith("javax.") || name.startsWith("jdk.");
  }

  static boolean isSecret(TypeElement element) {
    String name = element.getQualifiedName().toString();
    return name.equals(ApiNames.SECRET)
        || name.equals(ApiNames.SECRET_VALUE)
        || AnnotationView.isPresent(element, ApiNames.SECRET_SCHEMA);
  }

  static boolean isContext(TypeElement element) {
    return element.getQualifiedName().contentEquals(ApiNames.STEP_CONTEXT);
  }
}
