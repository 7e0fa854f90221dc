package dev.lockstep.processor.read;

import com.squareup.javapoet.ClassName;
import dev.lockstep.processor.model.MaterializerDeclaration;
import dev.lockstep.processor.model.Named;
import dev.lockstep.processor.model.ParameterDeclaration;
import dev.lockstep.processor.model.SecretPath;
import dev.lockstep.processor.model.StepDeclaration;
import dev.lockstep.processor.model.StepDeclaration.OutputShape;
import dev.lockstep.processor.model.TypeRef;
import dev.lockstep.processor.report.Location;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/** Reads methods that are marked as steps. */
final class StepReader {
  /** Results that are not there yet, may be missing, or can be read only once. */
  private static final Set<String> WRAPPERS =
      Set.of(
          "java.util.Optional",
          "java.util.OptionalInt",
          "java.util.OptionalLong",
          "java.util.OptionalDouble",
          "java.util.Iterator",
          "java.util.concurrent.Flow.Publisher",
          "java.util.function.Supplier",
          "java.util.concurrent.Callable",
          "org.reactivestreams.Publisher");

  private static final List<String> WRAPPER_PARENTS =
      List.of(
          "java.util.concurrent.Future",
          "java.util.concurrent.CompletionStage",
          "java.util.stream.BaseStream",
          "org.reactivestreams.Publisher");

  private final TypeReader types;
  private final SecretFinder secrets;
  private final ParameterReader parameters;
  private final MaterializerReader materializers;
  private final StorageFinder storage;
  private final ReflectionFinder reflection;

  /** By the class: to look through all its methods for each of them would be quadratic. */
  private final Map<String, Set<String>> instances = new HashMap<>();

  StepReader(TypeReader types, SecretFinder secrets, SchemaReader schemas, Scope scope) {
    this.types = types;
    this.secrets = secrets;
    this.parameters = new ParameterReader(types, secrets, schemas, scope);
    this.materializers = new MaterializerReader(types);
    KnownTypes known = new KnownTypes(types);
    JsonClasses classes = new JsonClasses(types);
    this.storage = new StorageFinder(types, known, classes);
    this.reflection = new ReflectionFinder(types, known, classes);
  }

  /** The methods of a class that are marked as steps, in the order of the source. */
  static List<ExecutableElement> stepsOf(TypeElement type) {
    List<ExecutableElement> steps = new ArrayList<>();
    for (ExecutableElement method : ElementFilter.methodsIn(type.getEnclosedElements())) {
      if (AnnotationView.isPresent(method, ApiNames.STEP)) {
        steps.add(method);
      }
    }
    return steps;
  }

  /** The name of a step: given, or that of its method. */
  static String nameOf(ExecutableElement method) {
    return AnnotationView.of(method, ApiNames.STEP)
        .map(step -> step.text("name", ""))
        .filter(name -> !name.isEmpty())
        .orElseGet(() -> method.getSimpleName().toString());
  }

  StepDeclaration read(ExecutableElement method, int index, String runnerPackage) {
    AnnotationView step =
        AnnotationView.of(method, ApiNames.STEP).orElseThrow(MissingTypeException::new);
    Location location = Location.of(method);
    TypeElement owner = (TypeElement) Objects.requireNonNull(method.getEnclosingElement());
    Set<Modifier> modifiers = method.getModifiers();
    Named name = step.named("name");
    TypeMirror returned = method.getReturnType();
    boolean isVoid = returned.getKind() == TypeKind.VOID;
    TypeRef output = isVoid ? null : types.ref(returned);
    SecretPath secretPath = isVoid ? null : secrets.find(returned);
    for (TypeMirror thrown : method.getThrownTypes()) {
      types.requireKnown(thrown);
    }
    AnnotationView resources = step.nested("resources");
    TypeMirror materializer = step.type("materializer");
    return new StepDeclaration(
        index,
        name == null ? method.getSimpleName().toString() : name.name(),
        name == null ? location : name.location(),
        ClassName.get(owner),
        types.elements().getBinaryName(owner).toString(),
        method.getSimpleName().toString(),
        Scope.of(method),
        modifiers.contains(Modifier.STATIC),
        modifiers.contains(Modifier.ABSTRACT),
        !method.getTypeParameters().isEmpty(),
        method.isVarArgs(),
        parameters(method, runnerPackage),
        output,
        shape(returned),
        secretPath,
        isVoid ? null : storage.find(returned),
        isVoid ? List.of() : reflection.find(returned, owner),
        components(returned, runnerPackage),
        step.texts("secrets"),
        step.texts("after"),
        step.constant("cache", "DEFAULT"),
        step.number("retries", 0),
        step.has("retries") ? step.location("retries") : null,
        step.named("backoff"),
        step.named("timeout"),
        step.constant("isolation", "DEFAULT"),
        materializer == null ? null : materializer(step, materializer, runnerPackage),
        resources == null ? null : resources.named("cpu"),
        resources == null ? null : resources.named("memory"),
        step.text("description", ""),
        lints(method, owner, materializer),
        throwsThrowable(method),
        isVoid ? List.of() : ParameterReader.inaccessible(returned, runnerPackage),
        location);
  }

  private List<ParameterDeclaration> parameters(ExecutableElement method, String runnerPackage) {
    List<ParameterDeclaration> read = new ArrayList<>();
    for (VariableElement parameter : method.getParameters()) {
      read.add(parameters.read(parameter, runnerPackage));
    }
    return read;
  }

  private @Nullable MaterializerDeclaration materializer(
      AnnotationView step, TypeMirror type, String runnerPackage) {
    return type.getKind() == TypeKind.VOID
        ? null
        : materializers.read(type, step.location("materializer"), runnerPackage);
  }

  private OutputShape shape(TypeMirror returned) {
    if (returned.getKind() == TypeKind.TYPEVAR) {
      return OutputShape.TYPE_VARIABLE;
    }
    if (TypeReader.isNamed(returned, "java.lang.Object")) {
      return OutputShape.OBJECT;
    }
    if (isWrapper(returned)) {
      return OutputShape.WRAPPER;
    }
    return TypeReader.mentionsRaw(returned) ? OutputShape.RAW : OutputShape.FINE;
  }

  private boolean isWrapper(TypeMirror type) {
    TypeElement element = TypeReader.element(type);
    if (element == null) {
      return false;
    }
    if (WRAPPERS.contains(element.getQualifiedName().toString())) {
      return true;
    }
    for (String parent : WRAPPER_PARENTS) {
      if (types.isA(type, parent)) {
        return true;
      }
    }
    return false;
  }

  /** The components of a record, with what the type's arguments make of their types. */
  private List<StepDeclaration.Component> components(TypeMirror type, String runnerPackage) {
    TypeElement element = TypeReader.element(type);
    if (element == null || element.getKind() != ElementKind.RECORD) {
      return List.of();
    }
    List<StepDeclaration.Component> components = new ArrayList<>();
    for (Map.Entry<RecordComponentElement, TypeMirror> component :
        types.components((DeclaredType) type).entrySet()) {
      TypeMirror value = bound(component.getValue());
      components.add(
          new StepDeclaration.Component(
              component.getKey().getSimpleName().toString(),
              types.ref(value),
              ParameterReader.inaccessible(value, runnerPackage)));
    }
    return components;
  }

  /** A component of {@code Pair<? extends Shape>} has the wildcard itself as its type. */
  private TypeMirror bound(TypeMirror type) {
    if (type.getKind() != TypeKind.WILDCARD) {
      return type;
    }
    TypeMirror bound = ((WildcardType) type).getExtendsBound();
    return bound != null ? bound : types.elements().getTypeElement("java.lang.Object").asType();
  }

  private List<String> lints(
      ExecutableElement method, TypeElement owner, @Nullable TypeMirror materializer) {
    List<TypeMirror> mentioned = new ArrayList<>();
    mentioned.add(method.getReturnType());
    for (VariableElement parameter : method.getParameters()) {
      mentioned.add(parameter.asType());
    }
    TypeElement made = materializer == null ? null : TypeReader.element(materializer);
    if (made != null) {
      mentioned.add(materializer);
    }
    Set<String> lints = new TreeSet<>(Lints.of(method, mentioned));
    lints.addAll(Lints.ofRecord(method.getReturnType()));
    if (made != null) {
      lints.addAll(lintsOfInstance(made));
    }
    if (!method.getModifiers().contains(Modifier.STATIC)) {
      lints.addAll(lintsOfInstance(owner));
    }
    return List.copyOf(lints);
  }

  private Set<String> lintsOfInstance(TypeElement type) {
    String name = type.getQualifiedName().toString();
    Set<String> lints = instances.get(name);
    if (lints == null) {
      lints = Lints.ofInstance(type);
      instances.put(name, lints);
    }
    return lints;
  }

  private boolean throwsThrowable(ExecutableElement method) {
    for (TypeMirror thrown : method.getThrownTypes()) {
      if (!isA(thrown, "java.lang.Exception") && !isA(thrown, "java.lang.Error")) {
        return true;
      }
    }
    return false;
  }

  private boolean isA(TypeMirror type, String name) {
    TypeElement wanted = types.elements().getTypeElement(name);
    return wanted != null && types.types().isSubtype(type, wanted.asType());
  }
}
