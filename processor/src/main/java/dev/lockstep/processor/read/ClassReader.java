package dev.lockstep.processor.read;

import com.squareup.javapoet.ClassName;
import dev.lockstep.processor.model.ClassFacts;
import dev.lockstep.processor.model.Visibility;
import dev.lockstep.processor.report.Location;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** Reads what matters of classes that hold steps. */
final class ClassReader {
  private final TypeReader types;
  private final SecretFinder secrets;
  private final Scope scope;

  ClassReader(TypeReader types, SecretFinder secrets, Scope scope) {
    this.types = types;
    this.secrets = secrets;
    this.scope = scope;
  }

  ClassFacts read(TypeElement type) {
    if (type.getSuperclass().getKind() == TypeKind.ERROR) {
      throw new MissingTypeException();
    }
    type.getInterfaces().forEach(types::requireKnown);
    return new ClassFacts(
        ClassName.get(type),
        types.elements().getBinaryName(type).toString(),
        Scope.kind(type),
        Scope.narrowest(type),
        Scope.privateType(type),
        isInner(type),
        type.getModifiers().contains(Modifier.ABSTRACT),
        isGeneric(type),
        AnnotationView.isPresent(type, ApiNames.KOTLIN),
        constructors(type),
        fields(type),
        inheritedSteps(type),
        plainMethods(type),
        Location.of(type));
  }

  /** Whether an instance of a type needs one of a type around it. */
  private static boolean isInner(TypeElement type) {
    for (Element e = type; e instanceof TypeElement nested; e = e.getEnclosingElement()) {
      if (nested.getNestingKind() == NestingKind.MEMBER
          && !nested.getModifiers().contains(Modifier.STATIC)
          && nested.getKind() == ElementKind.CLASS) {
        return true;
      }
      if (nested.getNestingKind() == NestingKind.LOCAL) {
        return true;
      }
      if (nested.getNestingKind() == NestingKind.MEMBER) {
        // A static member needs nothing around it, wherever it stands.
        return false;
      }
    }
    return false;
  }

  static boolean isGeneric(TypeElement type) {
    return !type.getTypeParameters().isEmpty();
  }

  private List<ClassFacts.Constructor> constructors(TypeElement type) {
    List<ClassFacts.Constructor> constructors = new ArrayList<>();
    for (ExecutableElement constructor : ElementFilter.constructorsIn(type.getEnclosedElements())) {
      constructors.add(
          new ClassFacts.Constructor(
              text(type, constructor),
              Scope.of(constructor),
              constructor.getParameters().size(),
              checked(constructor)));
    }
    return constructors;
  }

  private String text(TypeElement type, ExecutableElement constructor) {
    String parameters =
        constructor.getParameters().stream()
            .map(
                parameter -> {
                  types.requireKnown(parameter.asType());
                  return simple(parameter.asType());
                })
            .collect(Collectors.joining(", "));
    String visibility =
        switch (Scope.of(constructor)) {
          case PRIVATE -> "private ";
          case PACKAGE -> "";
          case PUBLIC -> "public ";
        };
    return visibility + type.getSimpleName() + "(" + parameters + ")";
  }

  private static String simple(TypeMirror type) {
    if (type.getKind() == TypeKind.ARRAY) {
      return simple(((ArrayType) type).getComponentType()) + "[]";
    }
    TypeElement element = TypeReader.element(type);
    return element == null ? type.toString() : element.getSimpleName().toString();
  }

  private List<String> checked(ExecutableElement constructor) {
    return constructor.getThrownTypes().stream()
        .filter(thrown -> thrown.getKind() == TypeKind.DECLARED)
        .filter(thrown -> !isA(thrown, "java.lang.RuntimeException"))
        .filter(thrown -> !isA(thrown, "java.lang.Error"))
        .map(ClassReader::simple)
        .toList();
  }

  private boolean isA(TypeMirror type, String name) {
    TypeElement wanted = types.elements().getTypeElement(name);
    return wanted != null && types.types().isSubtype(type, wanted.asType());
  }

  /** A class's own fields, and what it inherits of its superclasses. */
  private List<ClassFacts.Field> fields(TypeElement type) {
    List<ClassFacts.Field> fields = new ArrayList<>();
    for (TypeElement e = type;
        e != null && !SecretFinder.isOfTheJdk(e.getQualifiedName().toString());
        e = TypeReader.element(e.getSuperclass())) {
      for (VariableElement field : ElementFilter.fieldsIn(e.getEnclosedElements())) {
        if (field.getKind() == ElementKind.FIELD && field.asType().getKind() != TypeKind.ERROR) {
          ClassFacts.Field read = field(e, field);
          // What a library keeps to itself is its own business, unless it is a secret.
          if (e.equals(type) || scope.hasSource(e) || read.secretPath() != null) {
            fields.add(read);
          }
        }
      }
    }
    return fields;
  }

  private ClassFacts.Field field(TypeElement owner, VariableElement field) {
    return new ClassFacts.Field(
        String.join(".", ClassName.get(owner).simpleNames()),
        field.getSimpleName().toString(),
        field.getModifiers().contains(Modifier.STATIC),
        field.getModifiers().contains(Modifier.FINAL),
        secrets.find(field.asType()),
        Location.of(field));
  }

  /** {@code Base.load} for every method marked as step in what a class extends or implements. */
  private List<String> inheritedSteps(TypeElement type) {
    List<String> found = new ArrayList<>();
    collect(type, type, stepsWithin(type), new HashSet<>(), found);
    return found;
  }

  /** All methods that a class has, its own and those it inherits, that are marked as steps. */
  private List<ExecutableElement> stepsWithin(TypeElement type) {
    return ElementFilter.methodsIn(types.elements().getAllMembers(type)).stream()
        .filter(method -> AnnotationView.isPresent(method, ApiNames.STEP))
        .toList();
  }

  private void collect(
      TypeElement of,
      TypeElement type,
      List<ExecutableElement> steps,
      Set<String> visited,
      List<String> found) {
    List<TypeMirror> parents = new ArrayList<>(type.getInterfaces());
    parents.add(type.getSuperclass());
    for (TypeMirror parent : parents) {
      TypeElement element = TypeReader.element(parent);
      if (element == null || !visited.add(element.getQualifiedName().toString())) {
        continue;
      }
      for (ExecutableElement method : ElementFilter.methodsIn(element.getEnclosedElements())) {
        if (AnnotationView.isPresent(method, ApiNames.STEP)
            && steps.stream().noneMatch(step -> types.elements().overrides(step, method, of))) {
          found.add(element.getSimpleName() + "." + method.getSimpleName());
        }
      }
      collect(of, element, steps, visited, found);
    }
  }

  /** Methods that could have been meant as steps. */
  private static List<String> plainMethods(TypeElement type) {
    return ElementFilter.methodsIn(type.getEnclosedElements()).stream()
        .filter(method -> !AnnotationView.isPresent(method, ApiNames.STEP))
        .filter(method -> Scope.of(method) != Visibility.PRIVATE)
        .filter(method -> !method.getModifiers().contains(Modifier.STATIC))
        .map(method -> method.getSimpleName().toString())
        .distinct()
        .toList();
  }
}
