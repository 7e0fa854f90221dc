package dev.lockstep.processor.read;

import com.squareup.javapoet.ClassName;
import dev.lockstep.processor.model.ReflectedType;
import dev.lockstep.processor.model.Visibility;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.ElementFilter;

/**
 * Finds the types of a named module that Jackson's data binding looks into by reflection when it
 * stores what a step returns. Only those of which that is certain: records, enums, and classes with
 * properties and nothing special above them.
 */
final class ReflectionFinder {
  private final TypeReader types;
  private final KnownTypes known;
  private final JsonClasses classes;

  ReflectionFinder(TypeReader types, KnownTypes known, JsonClasses classes) {
    this.types = types;
    this.known = known;
    this.classes = classes;
  }

  /** The types in what a step of a class returns, from the outside to the inside. */
  List<ReflectedType> find(TypeMirror returned, TypeElement owner) {
    ModuleElement module = types.elements().getModuleOf(owner);
    if (module == null || module.isUnnamed()) {
      return List.of();
    }
    List<ReflectedType> found = new ArrayList<>();
    Set<TypeElement> visited = new HashSet<>();
    Deque<TypeMirror> open = new ArrayDeque<>(List.of(returned));
    while (!open.isEmpty()) {
      TypeMirror type = open.poll();
      if (type instanceof ArrayType array) {
        open.add(array.getComponentType());
      } else if (type instanceof WildcardType wildcard && wildcard.getExtendsBound() != null) {
        open.add(wildcard.getExtendsBound());
      } else if (type.getKind() == TypeKind.DECLARED && type instanceof DeclaredType declared) {
        TypeElement element = (TypeElement) declared.asElement();
        if (KnownTypes.isOfTheJdk(element)) {
          open.addAll(known.content(declared));
        } else if (module.equals(types.elements().getModuleOf(element))
            && !classes.isConfigured(element)) {
          if (visited.add(element) && isReflected(element)) {
            found.add(
                new ReflectedType(
                    element.getSimpleName().toString(),
                    ClassName.get(element).packageName(),
                    Scope.narrowest(element) == Visibility.PUBLIC,
                    type == returned));
            open.addAll(components(declared, element));
          }
        }
      }
    }
    return found;
  }

  private boolean isReflected(TypeElement type) {
    return switch (type.getKind()) {
      case ENUM -> true;
      case RECORD -> !ElementFilter.recordComponentsIn(type.getEnclosedElements()).isEmpty();
      case CLASS -> classes.kind(type) == null && classes.isBean(type);
      default -> false;
    };
  }

  private List<TypeMirror> components(DeclaredType type, TypeElement element) {
    List<TypeMirror> found = new ArrayList<>();
    if (element.getKind() == ElementKind.RECORD) {
      types
          .components(type)
          .forEach(
              (component, value) -> {
                if (!JsonClasses.isAnnotated(component)) {
                  found.add(value);
                }
              });
    }
    return found;
  }
}
