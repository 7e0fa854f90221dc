package dev.lockstep.processor.read;

import com.squareup.javapoet.ClassName;
import com.squareup.javapoet.TypeName;
import dev.lockstep.processor.model.KeyDeclaration;
import dev.lockstep.processor.model.KeyDeclaration.KeyKind;
import dev.lockstep.processor.model.Named;
import dev.lockstep.processor.model.Names;
import dev.lockstep.processor.model.SchemaDeclaration;
import dev.lockstep.processor.model.SchemaDeclaration.OddMethod;
import dev.lockstep.processor.model.SchemaDeclaration.Oddity;
import dev.lockstep.processor.report.Location;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/** Reads interfaces that are marked as schemas, from source or from class files. */
final class SchemaReader {
  private static final Set<String> METHODS_OF_OBJECT =
      Set.of(
          "toString", "hashCode", "clone", "finalize", "getClass", "notify", "notifyAll", "wait");

  private static final Map<String, KeyKind> KINDS =
      Map.ofEntries(
          Map.entry("java.lang.String", KeyKind.STRING),
          Map.entry(ApiNames.SECRET_VALUE, KeyKind.SECRET),
          Map.entry("char[]", KeyKind.CHARS),
          Map.entry("byte[]", KeyKind.BYTES),
          Map.entry("java.lang.Boolean", KeyKind.BOOLEAN),
          Map.entry("java.lang.Integer", KeyKind.INT),
          Map.entry("java.lang.Long", KeyKind.LONG),
          Map.entry("java.lang.Double", KeyKind.DOUBLE),
          Map.entry("java.net.URI", KeyKind.URI),
          Map.entry("java.nio.file.Path", KeyKind.PATH),
          Map.entry("java.time.Duration", KeyKind.DURATION));

  private final TypeReader types;
  private final Scope scope;
  private final Map<String, SchemaDeclaration> known = new LinkedHashMap<>();

  SchemaReader(TypeReader types, Scope scope) {
    this.types = types;
    this.scope = scope;
  }

  /** Reads a type that carries the annotation; each once. */
  SchemaDeclaration read(TypeElement type) {
    String name = type.getQualifiedName().toString();
    SchemaDeclaration schema = known.get(name);
    if (schema == null) {
      schema = readNew(type);
      known.put(name, schema);
    }
    return schema;
  }

  private SchemaDeclaration readNew(TypeElement type) {
    AnnotationView annotation =
        AnnotationView.of(type, ApiNames.SECRET_SCHEMA).orElseThrow(MissingTypeException::new);
    type.getInterfaces().forEach(types::requireKnown);
    ClassName name = ClassName.get(type);
    ClassName generated = Scope.generated(name, "Schema");
    String written = annotation.text("value");
    Location location = Location.of(type);
    Members members = new Members(type);
    members.lints.addAll(Lints.of(type, List.of()));
    if (type.getKind() == ElementKind.INTERFACE) {
      members.collect(type, new LinkedHashSet<>());
    }
    return new SchemaDeclaration(
        name,
        types.elements().getBinaryName(type).toString(),
        generated,
        Scope.kind(type),
        Scope.narrowest(type),
        Scope.privateType(type),
        ClassReader.isGeneric(type),
        type.getModifiers().contains(Modifier.SEALED),
        written == null || written.isEmpty()
            ? Names.snake(type.getSimpleName().toString())
            : written,
        written == null ? location : annotation.location("value"),
        annotation.text("description", ""),
        annotation.flag("atLeastOne", false),
        annotation.location("atLeastOne"),
        List.copyOf(members.keys.values()),
        members.odd,
        members.inherited,
        members.types(),
        List.copyOf(members.lints),
        scope.environment(type, generated),
        location);
  }

  /** What is found in a schema and the schemas that it extends. */
  private final class Members {
    private final TypeElement schema;
    private final List<? extends Element> all;
    private final Map<String, KeyDeclaration> keys = new LinkedHashMap<>();
    private final List<OddMethod> odd = new ArrayList<>();
    private final List<String> inherited = new ArrayList<>();
    private final Set<String> lints = new TreeSet<>();

    Members(TypeElement schema) {
      this.schema = schema;
      this.all = types.elements().getAllMembers(schema);
    }

    void collect(TypeElement type, Set<String> visited) {
      if (!visited.add(type.getQualifiedName().toString())) {
        return;
      }
      for (TypeMirror parent : type.getInterfaces()) {
        TypeElement element = TypeReader.element(parent);
        if (element != null) {
          collect(element, visited);
        }
      }
      boolean isSchema = AnnotationView.isPresent(type, ApiNames.SECRET_SCHEMA);
      for (ExecutableElement method : ElementFilter.methodsIn(type.getEnclosedElements())) {
        if (isSchema) {
          add(method);
        } else if (method.getModifiers().contains(Modifier.ABSTRACT) && !isOverridden(method)) {
          inherited.add(type.getSimpleName() + "." + method.getSimpleName());
        }
      }
    }

    private boolean isOverridden(ExecutableElement method) {
      return ElementFilter.methodsIn(all).stream()
          .anyMatch(other -> types.elements().overrides(other, method, schema));
    }

    /** Types and constants that a class inherits hide classes of their simple names. */
    List<String> types() {
      Set<String> names = new TreeSet<>();
      for (Element member : all) {
        if (member instanceof TypeElement || member.getKind() == ElementKind.FIELD) {
          names.add(member.getSimpleName().toString());
        }
      }
      return List.copyOf(names);
    }

    private void add(ExecutableElement method) {
      ExecutableType asMember =
          (ExecutableType) types.types().asMemberOf((DeclaredType) schema.asType(), method);
      requireKnown(asMember);
      Set<Modifier> modifiers = method.getModifiers();
      boolean isAbstract = modifiers.contains(Modifier.ABSTRACT);
      Oddity oddity = oddity(method);
      boolean helper =
          modifiers.contains(Modifier.STATIC)
              || modifiers.contains(Modifier.PRIVATE)
              || (!isAbstract && isHelper(oddity));
      if (helper) {
        AnnotationView.of(method, ApiNames.KEY)
            .ifPresent(key -> odd.add(odd(method, Oddity.KEY_WITHOUT_EFFECT, key.location())));
      } else if (oddity != null) {
        odd.add(odd(method, oddity, Location.of(method)));
      } else {
        String name = method.getSimpleName().toString();
        // An overridden key keeps its place.
        keys.put(name, key(method, asMember.getReturnType()));
        lints.addAll(Lints.of(method, List.of(asMember.getReturnType())));
      }
    }

    private void requireKnown(ExecutableType method) {
      types.requireKnown(method.getReturnType());
      method.getParameterTypes().forEach(types::requireKnown);
      method.getThrownTypes().forEach(types::requireKnown);
    }

    /** A method with a body that could not be a key is there to be called, not to be read. */
    private boolean isHelper(@Nullable Oddity oddity) {
      return oddity == Oddity.PARAMETERS || oddity == Oddity.VOID;
    }
  }

  private static OddMethod odd(ExecutableElement method, Oddity why, Location location) {
    return new OddMethod(method.getSimpleName().toString(), why, location);
  }

  private static @Nullable Oddity oddity(ExecutableElement method) {
    if (!method.getParameters().isEmpty()) {
      return Oddity.PARAMETERS;
    }
    if (method.getReturnType().getKind() == TypeKind.VOID) {
      return Oddity.VOID;
    }
    if (METHODS_OF_OBJECT.contains(method.getSimpleName().toString())) {
      return Oddity.OBJECT_METHOD;
    }
    if (!method.getTypeParameters().isEmpty()) {
      return Oddity.GENERIC;
    }
    return method.getThrownTypes().isEmpty() ? null : Oddity.THROWS;
  }

  private KeyDeclaration key(ExecutableElement method, TypeMirror returned) {
    Location location = Location.of(method);
    AnnotationView key = AnnotationView.of(method, ApiNames.KEY).orElse(null);
    String methodName = method.getSimpleName().toString();
    Named givenName = key == null ? null : key.named("value");
    Named givenEnv = key == null ? null : key.named("env");
    String name = givenName == null ? Names.snake(methodName) : givenName.name();
    TypeMirror content = TypeReader.optionalContent(returned);
    TypeMirror value = content == null ? returned : content;
    TypeElement schema = (TypeElement) method.getEnclosingElement();
    return new KeyDeclaration(
        name,
        givenName == null ? location : givenName.location(),
        methodName,
        kind(value),
        TypeName.get(returned),
        TypeName.get(value),
        content != null,
        method.isDefault(),
        givenEnv == null ? Names.variable(name) : givenEnv.name(),
        givenEnv == null
            ? givenName == null ? location : givenName.location()
            : givenEnv.location(),
        key == null || key.flag("masked", true),
        key == null ? null : key.named("pattern"),
        constants(value),
        key == null ? "" : key.text("description", ""),
        inaccessible(value, ClassName.get(schema).packageName()),
        location);
  }

  private @Nullable KeyKind kind(TypeMirror value) {
    if (constantsOf(value) != null) {
      return KeyKind.ENUM;
    }
    return KINDS.get(TypeName.get(types.boxed(value)).toString());
  }

  private static List<String> constants(TypeMirror type) {
    TypeElement element = constantsOf(type);
    return element == null ? List.of() : constants(element);
  }

  /** The names of an enum's constants, in their order. */
  static List<String> constants(TypeElement type) {
    List<String> constants = new ArrayList<>();
    for (Element member : type.getEnclosedElements()) {
      if (member.getKind() == ElementKind.ENUM_CONSTANT) {
        constants.add(member.getSimpleName().toString());
      }
    }
    return constants;
  }

  /** The enum, or null when the type is none. */
  static @Nullable TypeElement constantsOf(TypeMirror type) {
    TypeElement element = TypeReader.element(type);
    return element != null && element.getKind() == ElementKind.ENUM ? element : null;
  }

  private static @Nullable String inaccessible(TypeMirror type, String fromPackage) {
    for (TypeElement element : TypeReader.mentioned(type)) {
      if (!Scope.isVisible(element, fromPackage)) {
        return element.getSimpleName().toString();
      }
    }
    return null;
  }
}
