package dev.lockstep.processor.read;

import com.squareup.javapoet.TypeName;
import dev.lockstep.processor.model.TypeRef;
import dev.lockstep.processor.model.TypeSystem;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** Turns the compiler's types into references, and answers questions about them. */
final class TypeReader implements TypeSystem {
  private record Mirror(TypeMirror type) implements TypeRef.Handle {}

  private final Types types;
  private final Elements elements;

  /** Comparing is what costs in large pipelines, and few types are different. */
  private final Map<TypeName, Set<String>> erasures = new HashMap<>();

  private final Map<String, Map<String, TypeElement>> supertypes = new HashMap<>();

  TypeReader(Types types, Elements elements) {
    this.types = types;
    this.elements = elements;
  }

  /**
   * A reference to a type.
   *
   * @throws MissingTypeException when anything in it does not exist
   */
  TypeRef ref(TypeMirror type) {
    requireKnown(type);
    return new TypeRef(TypeName.get(type), new Mirror(type));
  }

  /** Throws when anything in a type does not exist. */
  void requireKnown(TypeMirror type) {
    switch (type.getKind()) {
      case ERROR, OTHER -> throw new MissingTypeException();
      case ARRAY -> requireKnown(((ArrayType) type).getComponentType());
      case DECLARED -> {
        DeclaredType declared = (DeclaredType) type;
        for (TypeMirror argument : declared.getTypeArguments()) {
          requireKnown(argument);
        }
        if (declared.getEnclosingType().getKind() == TypeKind.DECLARED) {
          requireKnown(declared.getEnclosingType());
        }
      }
      case WILDCARD -> {
        WildcardType wildcard = (WildcardType) type;
        if (wildcard.getExtendsBound() != null) {
          requireKnown(wildcard.getExtendsBound());
        }
        if (wildcard.getSuperBound() != null) {
          requireKnown(wildcard.getSuperBound());
        }
      }
      default -> {}
    }
  }

  @Override
  public boolean isAssignable(TypeRef from, TypeRef to) {
    return types.isAssignable(boxed(mirror(from)), boxed(mirror(to)));
  }

  @Override
  public Set<String> erasures(TypeRef type) {
    Set<String> names = erasures.get(type.name());
    if (names == null) {
      names = erasures(boxed(mirror(type)));
      erasures.put(type.name(), names);
    }
    return names;
  }

  @Override
  public String erasure(TypeRef type) {
    return name(boxed(mirror(type)));
  }

  TypeMirror mirror(TypeRef type) {
    return ((Mirror) type.handle()).type();
  }

  TypeMirror boxed(TypeMirror type) {
    return type.getKind().isPrimitive() ? types.boxedClass((PrimitiveType) type).asType() : type;
  }

  Types types() {
    return types;
  }

  Elements elements() {
    return elements;
  }

  /** The class of a declared type, or null. */
  static @Nullable TypeElement element(TypeMirror type) {
    return type.getKind() == TypeKind.DECLARED
            && ((DeclaredType) type).asElement() instanceof TypeElement element
        ? element
        : null;
  }

  static boolean isNamed(TypeMirror type, String qualifiedName) {
    TypeElement element = element(type);
    return element != null && element.getQualifiedName().contentEquals(qualifiedName);
  }

  /** What is in {@code Optional}, or null when the type is another. */
  static @Nullable TypeMirror optionalContent(TypeMirror type) {
    return isNamed(type, "java.util.Optional")
            && ((DeclaredType) type).getTypeArguments().size() == 1
        ? ((DeclaredType) type).getTypeArguments().get(0)
        : null;
  }

  /** Whether a class is generic and its arguments are left out. */
  static boolean isRaw(TypeMirror type) {
    TypeElement element = element(type);
    return element != null
        && !element.getTypeParameters().isEmpty()
        && ((DeclaredType) type).getTypeArguments().isEmpty();
  }

  /** All classes that are mentioned in a type. */
  static List<TypeElement> mentioned(TypeMirror type) {
    List<TypeElement> found = new ArrayList<>();
    Deque<TypeMirror> open = new ArrayDeque<>(List.of(type));
    while (!open.isEmpty()) {
      open.addAll(parts(open.pop(), found));
    }
    return found;
  }

  /** Whether any class in a type lacks its arguments. */
  static boolean mentionsRaw(TypeMirror type) {
    Deque<TypeMirror> open = new ArrayDeque<>(List.of(type));
    while (!open.isEmpty()) {
      TypeMirror next = open.pop();
      if (isRaw(next)) {
        return true;
      }
      open.addAll(parts(next, new ArrayList<>()));
    }
    return false;
  }

  private static List<TypeMirror> parts(TypeMirror type, List<TypeElement> found) {
    List<TypeMirror> parts = new ArrayList<>();
    if (type instanceof ArrayType array) {
      parts.add(array.getComponentType());
    } else if (type instanceof WildcardType wildcard) {
      if (wildcard.getExtendsBound() != null) {
        parts.add(wildcard.getExtendsBound());
      }
      if (wildcard.getSuperBound() != null) {
        parts.add(wildcard.getSuperBound());
      }
    } else if (type.getKind() == TypeKind.DECLARED) {
      DeclaredType declared = (DeclaredType) type;
      if (declared.asElement() instanceof TypeElement element) {
        found.add(element);
      }
      parts.addAll(declared.getTypeArguments());
    }
    return parts;
  }

  private Set<String> erasures(TypeMirror type) {
    Set<String> names = new LinkedHashSet<>();
    names.add("java.lang.Object");
    if (type.getKind() == TypeKind.ARRAY) {
      TypeMirror component = ((ArrayType) type).getComponentType();
      if (component.getKind().isPrimitive()) {
        names.add(name(type));
      } else {
        for (String name : erasures(component)) {
          names.add(name + "[]");
        }
      }
      return names;
    }
    TypeElement element = element(type);
    if (element != null) {
      names.addAll(supertypes(element).keySet());
    }
    return names;
  }

  /**
   * A class and all that it extends and implements, by their names. To look something up in it is
   * cheaper than to ask the compiler about a relation to a class that it would have to read first.
   */
  Map<String, TypeElement> supertypes(TypeElement type) {
    String name = type.getQualifiedName().toString();
    Map<String, TypeElement> found = supertypes.get(name);
    if (found == null) {
      found = new LinkedHashMap<>();
      Deque<TypeElement> open = new ArrayDeque<>(List.of(type));
      while (!open.isEmpty()) {
        TypeElement next = open.pop();
        if (found.putIfAbsent(next.getQualifiedName().toString(), next) == null) {
          add(next.getSuperclass(), open);
          for (TypeMirror parent : next.getInterfaces()) {
            add(parent, open);
          }
        }
      }
      supertypes.put(name, found);
    }
    return found;
  }

  private static void add(TypeMirror type, Deque<TypeElement> open) {
    TypeElement element = element(type);
    if (element != null) {
      open.add(element);
    }
  }

  /** Whether a type is a class, or extends or implements it. */
  boolean isA(TypeMirror type, String name) {
    TypeElement element = element(type);
    return element != null && supertypes(element).containsKey(name);
  }

  /** The components of a record, with what the type's arguments make of their types. */
  Map<RecordComponentElement, TypeMirror> components(DeclaredType type) {
    Map<RecordComponentElement, TypeMirror> components = new LinkedHashMap<>();
    for (RecordComponentElement component :
        ElementFilter.recordComponentsIn(type.asElement().getEnclosedElements())) {
      ExecutableElement accessor = component.getAccessor();
      if (accessor != null) {
        ExecutableType member = (ExecutableType) types.asMemberOf(type, accessor);
        components.put(component, member.getReturnType());
      }
    }
    return components;
  }

  private String name(TypeMirror type) {
    if (type.getKind() == TypeKind.ARRAY) {
      return name(((ArrayType) type).getComponentType()) + "[]";
    }
    Element element = types.asElement(type);
    return element instanceof TypeElement declared
        ? declared.getQualifiedName().toString()
        : type.toString();
  }
}
