package dev.lockstep.processor.model;

import com.squareup.javapoet.TypeName;
import dev.lockstep.processor.report.Location;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A parameter of a step's method, told apart by its type and annotations. */
public sealed interface ParameterDeclaration {
  /** What all of them have. */
  Head head();

  default String name() {
    return head().name();
  }

  default TypeRef type() {
    return head().type();
  }

  default Location location() {
    return head().location();
  }

  /**
   * What all parameters have.
   *
   * @param nameLost whether it comes from a class file without the names of parameters
   * @param annotations the annotations of ours on it, by simple name
   * @param secretPath where in its type a secret or the context is, or null
   * @param inaccessibleTypes types in it that the runner cannot see
   */
  record Head(
      String name,
      boolean nameLost,
      TypeRef type,
      List<String> annotations,
      @Nullable SecretPath secretPath,
      List<String> inaccessibleTypes,
      Location location) {
    public Head {
      annotations = List.copyOf(annotations);
      inaccessibleTypes = List.copyOf(inaccessibleTypes);
    }
  }

  /** The step's context. */
  record Context(Head head) implements ParameterDeclaration {}

  /**
   * A secret, typed or raw.
   *
   * @param secret the secret's name and where it is said: the annotation or the parameter
   * @param schema the schema, or null for the raw secret
   * @param explicit whether an annotation says the name
   */
  record Secret(
      Head head,
      Named secret,
      @Nullable SchemaDeclaration schema,
      boolean optional,
      boolean explicit)
      implements ParameterDeclaration {}

  /**
   * A parameter of the pipeline.
   *
   * @param written its name as it was written
   * @param option its name in kebab-case
   * @param nameLocation the annotation's value, or the parameter when the name is derived
   * @param kind how its text is read, or null when its type is not supported
   * @param boxed the class whose literal stands for the type
   * @param descriptorType primitive name, or binary name
   * @param constants the constants of an enum, else empty
   * @param defaultText the default, or null when it must be given
   * @param defaultLocation where the default stands
   */
  record Value(
      Head head,
      String written,
      String option,
      Location nameLocation,
      @Nullable ParameterKind kind,
      TypeName boxed,
      String descriptorType,
      List<String> constants,
      @Nullable String defaultText,
      Location defaultLocation,
      String description)
      implements ParameterDeclaration {
    public Value {
      constants = List.copyOf(constants);
    }
  }

  /**
   * The output of another step.
   *
   * @param from the text of {@code @From}, or null
   */
  record Artifact(Head head, @Nullable Named from) implements ParameterDeclaration {}
}
