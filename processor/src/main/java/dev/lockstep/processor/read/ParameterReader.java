package dev.lockstep.processor.read;

import com.squareup.javapoet.ClassName;
import com.squareup.javapoet.TypeName;
import dev.lockstep.processor.model.Named;
import dev.lockstep.processor.model.Names;
import dev.lockstep.processor.model.ParameterDeclaration;
import dev.lockstep.processor.model.ParameterKind;
import dev.lockstep.processor.model.SchemaDeclaration;
import dev.lockstep.processor.model.TypeRef;
import dev.lockstep.processor.report.Location;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Tells the parameters of steps apart, by type and annotation, in the order that the API says. */
final class ParameterReader {
  private static final List<String> ANNOTATIONS =
      List.of(ApiNames.SECRET_NAME, ApiNames.PARAM, ApiNames.FROM, ApiNames.EACH);

  private final TypeReader types;
  private final SecretFinder secrets;
  private final SchemaReader schemas;
  private final Scope scope;

  ParameterReader(TypeReader types, SecretFinder secrets, SchemaReader schemas, Scope scope) {
    this.types = types;
    this.secrets = secrets;
    this.schemas = schemas;
    this.scope = scope;
  }

  /**
   * Reads a parameter.
   *
   * @param runnerPackage where the generated code is that must see the type
   */
  ParameterDeclaration read(VariableElement parameter, String runnerPackage) {
    TypeMirror type = parameter.asType();
    TypeRef ref = types.ref(type);
    if (scope.hasSource(parameter)) {
      UnknownAnnotations.refuse(parameter);
    }
    ParameterDeclaration.Head head =
        new ParameterDeclaration.Head(
            parameter.getSimpleName().toString(),
            isNameLost(parameter),
            ref,
            annotations(parameter),
            secrets.find(type),
            inaccessible(type, runnerPackage),
            Location.of(parameter));
    if (TypeReader.isNamed(type, ApiNames.STEP_CONTEXT)) {
      return new ParameterDeclaration.Context(head);
    }
    TypeMirror content = TypeReader.optionalContent(type);
    TypeElement secret = TypeReader.element(content == null ? type : content);
    if (secret != null && isWholeSecret(secret)) {
      return secret(parameter, head, secret, content != null);
    }
    if (secret != null && scope.hasSource(secret)) {
      UnknownAnnotations.refuse(secret);
    }
    Optional<AnnotationView> param = AnnotationView.of(parameter, ApiNames.PARAM);
    if (param.isPresent()) {
      return value(parameter, head, param.get());
    }
    Optional<AnnotationView> from = AnnotationView.of(parameter, ApiNames.FROM);
    return new ParameterDeclaration.Artifact(head, from.isPresent() ? named(from.get()) : null);
  }

  /** A class file may keep no names; compilers then number the parameters. */
  private boolean isNameLost(VariableElement parameter) {
    return !scope.hasSource(parameter)
        && parameter.getEnclosingElement() instanceof ExecutableElement method
        && parameter
            .getSimpleName()
            .contentEquals("arg" + method.getParameters().indexOf(parameter));
  }

  private static boolean isWholeSecret(TypeElement type) {
    return type.getQualifiedName().contentEquals(ApiNames.SECRET)
        || AnnotationView.isPresent(type, ApiNames.SECRET_SCHEMA);
  }

  private static List<String> annotations(VariableElement parameter) {
    List<String> present = new ArrayList<>();
    for (String annotation : ANNOTATIONS) {
      if (AnnotationView.isPresent(parameter, annotation)) {
        present.add("@" + annotation.substring(annotation.lastIndexOf('.') + 1));
      }
    }
    return present;
  }

  static List<String> inaccessible(TypeMirror type, String fromPackage) {
    Set<String> names = new LinkedHashSet<>();
    for (TypeElement element : TypeReader.mentioned(type)) {
      if (!Scope.isVisible(element, fromPackage)) {
        names.add(String.join(".", ClassName.get(element).simpleNames()));
      }
    }
    return List.copyOf(names);
  }

  private static Named named(AnnotationView annotation) {
    return new Named(annotation.text("value", ""), annotation.location("value"));
  }

  private ParameterDeclaration secret(
      VariableElement parameter,
      ParameterDeclaration.Head head,
      TypeElement type,
      boolean optional) {
    SchemaDeclaration schema =
        type.getQualifiedName().contentEquals(ApiNames.SECRET) ? null : schemas.read(type);
    Optional<AnnotationView> name = AnnotationView.of(parameter, ApiNames.SECRET_NAME);
    Named secret = name.isPresent() ? named(name.get()) : new Named(head.name(), head.location());
    return new ParameterDeclaration.Secret(head, secret, schema, optional, name.isPresent());
  }

  private ParameterDeclaration value(
      VariableElement parameter, ParameterDeclaration.Head head, AnnotationView param) {
    TypeMirror boxed = types.boxed(parameter.asType());
    Named given = param.named("name");
    String text = param.text("value");
    TypeElement constants = SchemaReader.constantsOf(boxed);
    TypeName boxedName = TypeName.get(boxed);
    return new ParameterDeclaration.Value(
        head,
        given == null ? head.name() : given.name(),
        given == null ? Names.kebab(head.name()) : Names.kebab(given.name()),
        given == null ? head.location() : given.location(),
        kind(boxed, boxedName, constants),
        boxedName,
        descriptorType(boxed),
        constants == null ? List.of() : SchemaReader.constants(constants),
        text == null || text.equals(ApiNames.REQUIRED) ? null : text,
        param.location("value"),
        param.text("description", ""));
  }

  private static @Nullable ParameterKind kind(
      TypeMirror boxed, TypeName name, @Nullable TypeElement constants) {
    if (boxed.getKind() != TypeKind.DECLARED) {
      return null;
    }
    return constants != null ? ParameterKind.ENUM : ParameterKind.of(name.toString()).orElse(null);
  }

  /** A box and its primitive are one type to whoever writes the text. */
  private String descriptorType(TypeMirror boxed) {
    TypeName name = TypeName.get(boxed);
    if (name.isBoxedPrimitive()) {
      return name.unbox().toString();
    }
    TypeElement element = TypeReader.element(boxed);
    return element == null ? name.toString() : types.elements().getBinaryName(element).toString();
  }
}
