package dev.lockstep.processor.read;

import com.squareup.javapoet.ClassName;
import dev.lockstep.processor.model.MaterializerDeclaration;
import dev.lockstep.processor.model.TypeRef;
import dev.lockstep.processor.model.Visibility;
import dev.lockstep.processor.report.Location;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/** Reads the classes that steps name as their materializers. */
final class MaterializerReader {
  private final TypeReader types;

  MaterializerReader(TypeReader types) {
    this.types = types;
  }

  /** Reads a class literal; null when it is none that a materializer could be, such as int. */
  @Nullable MaterializerDeclaration read(TypeMirror type, Location location, String runnerPackage) {
    TypeElement element = TypeReader.element(type);
    if (element == null) {
      return new MaterializerDeclaration(
          ClassName.get("", type.toString()), type.toString(), null, "is no class", location);
    }
    return new MaterializerDeclaration(
        ClassName.get(element),
        types.elements().getBinaryName(element).toString(),
        served(element),
        obstacle(element, runnerPackage),
        location);
  }

  private @Nullable TypeRef served(TypeElement element) {
    Deque<TypeMirror> open = new ArrayDeque<>(List.of(element.asType()));
    Set<String> visited = new HashSet<>();
    while (!open.isEmpty()) {
      TypeMirror next = open.pop();
      if (next.getKind() == TypeKind.ERROR) {
        throw new MissingTypeException();
      }
      if (next.getKind() != TypeKind.DECLARED || !visited.add(next.toString())) {
        continue;
      }
      if (TypeReader.isNamed(next, ApiNames.MATERIALIZER)) {
        List<? extends TypeMirror> arguments = ((DeclaredType) next).getTypeArguments();
        return arguments.size() == 1 && arguments.get(0).getKind() != TypeKind.TYPEVAR
            ? types.ref(arguments.get(0))
            : null;
      }
      open.addAll(types.types().directSupertypes(next));
    }
    return null;
  }

  private static @Nullable String obstacle(TypeElement element, String runnerPackage) {
    if (element.getKind() != ElementKind.CLASS && element.getKind() != ElementKind.RECORD) {
      return "is no class";
    }
    if (element.getModifiers().contains(Modifier.ABSTRACT)) {
      return "is abstract";
    }
    if (!element.getTypeParameters().isEmpty()) {
      return "is generic";
    }
    if (element.getNestingKind() == NestingKind.MEMBER
        && !element.getModifiers().contains(Modifier.STATIC)) {
      return "is an inner class";
    }
    if (!Scope.isVisible(element, runnerPackage)) {
      return "cannot be seen from the package " + runnerPackage;
    }
    boolean samePackage = ClassName.get(element).packageName().equals(runnerPackage);
    boolean constructible =
        ElementFilter.constructorsIn(element.getEnclosedElements()).stream()
            .filter(constructor -> constructor.getParameters().isEmpty())
            .filter(constructor -> constructor.getThrownTypes().isEmpty())
            .map(Scope::of)
            .anyMatch(
                visibility ->
                    visibility == Visibility.PUBLIC
                        || (samePackage && visibility == Visibility.PACKAGE));
    return constructible
        ? null
        : "has no constructor without parameters and checked exceptions that generated code can"
            + " call";
  }
}
