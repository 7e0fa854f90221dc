package dev.lockstep.processor.read;

import com.squareup.javapoet.ClassName;
import dev.lockstep.processor.model.ClassFacts;
import dev.lockstep.processor.model.Visibility;
import dev.lockstep.processor.report.Location;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
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
    for (TypeMirror parent : type.getInterfaces()) {
      types.requireKnown(parent);
    }
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
    List<String> parameters = new ArrayList<>();
    for (VariableElement parameter : constructor.getParameters()) {
      types.requireKnown(parameter.asType());
      parameters.add(simple(parameter.asType()));
    }
    String visibility =
        switch (Scope.of(constructor)) {
          case PRIVATE -> "private ";
          case PACKAGE -> "";
          case PUBLIC -> "public ";
        };
    return visibility + type.getSimpleName() + "(" + String.join(", ", parameters) + ")";
  }

  private static String simple(TypeMirror type) {
    if (type.getKind() == TypeKind.ARRAY) {
      return simple(((ArrayType) type).getComponentType()) + "[]";
    }
    TypeElement element = TypeReader.element(type);
    return element == null ? type.toString() : element.getSimpleName().toString();
  }

  private List<String> checked(ExecutableElement constructor) {
    List<String> checked = new ArrayList<>();
    for (TypeMirror thrown : constructor.getThrownTypes()) {
      if (thrown.getKind() == TypeKind.DECLARED
          && !types.isA(thrown, "java.lang.RuntimeException")
          && !types.isA(thrown, "java.lang.Error")) {
        checked.add(simple(thrown));
      }
    }
    return checked;
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
    collect(type, type, new HashSet<>(), found);
    return found;
  }

  /** Whether a method of a class, its own or inherited, is a step and overrides another. */
  private boolean isOverridden(ExecutableElement method, TypeElement of) {
    for (ExecutableElement other : ElementFilter.methodsIn(types.elements().getAllMembers(of))) {
      if (AnnotationView.isPresent(other, ApiNames.STEP)
          && types.elements().overrides(other, method, of)) {
        return true;
      }
    }
    return false;
  }

  private void collect(TypeElement of, TypeElement type, Set<String> visited, List<String> found) {
    List<TypeMirror> parents = new ArrayList<>(type.getInterfaces());
    parents.add(type.getSuperclass());
    for (TypeMirror parent : parents) {
      TypeElement element = TypeReader.element(parent);
      if (element == null || !visited.add(element.getQualifiedName().toString())) {
        continue;
      }
      for (ExecutableElement method : ElementFilter.methodsIn(element.getEnclosedElements())) {
        if (AnnotationView.isPresent(method, ApiNames.STEP) && !isOverridden(method, of)) {
          found.add(element.getSimpleName() + "." + method.getSimpleName());
        }
      }
      collect(of, element, visited, found);
    }
  }

  /** Methods that could have been meant as steps. */
  private static List<String> plainMethods(TypeElement type) {
    Set<String> names = new LinkedHashSet<>();
    for (ExecutableElement method : ElementFilter.methodsIn(type.getEnclosedElements())) {
      if (!AnnotationView.isPresent(method, ApiNames.STEP)
          && Scope.of(method) != Visibility.PRIVATE
          && !method.getModifiers().contains(Modifier.STATIC)) {
        names.add(method.getSimpleName().toString());
      }
    }
    return List.copyOf(names);
  }
}
