package dev.lockstep.processor.read;

import com.squareup.javapoet.ClassName;
import dev.lockstep.processor.model.ClassFacts;
import dev.lockstep.processor.model.ComponentKind;
import dev.lockstep.processor.model.FlavorDeclaration;
import dev.lockstep.processor.model.FlavorDeclaration.Argument;
import dev.lockstep.processor.model.FlavorDeclaration.Constructor;
import dev.lockstep.processor.model.Named;
import dev.lockstep.processor.report.Location;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** Reads classes that are marked as flavors, with the records that configure them. */
final class FlavorReader {
  private final TypeReader types;
  private final Scope scope;
  private final ClassReader classes;
  private final ConfigurationReader configurations;

  FlavorReader(TypeReader types, Scope scope) {
    this.types = types;
    this.scope = scope;
    this.classes = new ClassReader(types, new SecretFinder(), scope);
    this.configurations = new ConfigurationReader(types);
  }

  FlavorDeclaration read(TypeElement type) {
    AnnotationView annotation =
        AnnotationView.of(type, ApiNames.FLAVOR).orElseThrow(MissingTypeException::new);
    Set<String> implemented = supertypes(type);
    ClassFacts facts = classes.read(type);
    ClassName generated = Scope.generated(facts.type(), "Flavor");
    Set<String> lints = new TreeSet<>(Lints.of(type, List.of()));
    return new FlavorDeclaration(
        facts,
        generated,
        new Named(annotation.text("value", ""), annotation.location("value")),
        annotation.text("description", ""),
        Arrays.stream(ComponentKind.values())
            .filter(kind -> implemented.contains(kind.interfaceName()))
            .toList(),
        implemented.contains(ApiNames.COMPONENT_FLAVOR),
        constructors(type, facts, lints),
        List.copyOf(lints),
        !types.elements().getModuleOf(type).isUnnamed(),
        scope.environment(type, generated),
        Location.of(type));
  }

  /** The names of everything that a class extends and implements. */
  private Set<String> supertypes(TypeElement type) {
    Set<String> names = new LinkedHashSet<>();
    Deque<TypeMirror> open = new ArrayDeque<>(List.of(type.asType()));
    while (!open.isEmpty()) {
      TypeMirror next = open.pop();
      types.requireKnown(next);
      TypeElement element = TypeReader.element(next);
      if (element != null && names.add(element.getQualifiedName().toString())) {
        open.addAll(types.types().directSupertypes(next));
      }
    }
    return names;
  }

  private List<Constructor> constructors(TypeElement type, ClassFacts facts, Set<String> lints) {
    List<Constructor> constructors = new ArrayList<>();
    for (ExecutableElement constructor : ElementFilter.constructorsIn(type.getEnclosedElements())) {
      List<Argument> arguments = new ArrayList<>();
      for (VariableElement parameter : constructor.getParameters()) {
        arguments.add(argument(parameter, facts.type().packageName()));
        lints.addAll(Lints.of(constructor, List.of(parameter.asType())));
        lints.addAll(Lints.ofConfiguration(parameter.asType()));
      }
      lints.addAll(Lints.of(constructor, List.of()));
      constructors.add(new Constructor(facts.constructors().get(constructors.size()), arguments));
    }
    return constructors;
  }

  private Argument argument(VariableElement parameter, String generatedPackage) {
    TypeMirror type = parameter.asType();
    TypeElement element = TypeReader.element(type);
    boolean isRecord = element != null && element.getKind() == ElementKind.RECORD;
    boolean isContext = TypeReader.isNamed(type, ApiNames.COMPONENT_CONTEXT);
    return new Argument(
        parameter.getSimpleName().toString(),
        types.ref(type),
        isContext,
        element != null && isRecord && !isContext
            ? configurations.read(element, generatedPackage, Location.of(parameter))
            : null,
        Location.of(parameter));
  }
}
