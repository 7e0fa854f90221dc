package dev.lockstep.processor.model;

import com.squareup.javapoet.ClassName;
import dev.lockstep.processor.report.Location;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A method marked as step.
 *
 * @param index its place among the pipeline's steps
 * @param owner the class on whose fresh instance it is called
 * @param output what it returns, or null for nothing
 * @param shape what is special about what it returns
 * @param storageProblem why what it returns cannot be stored without a materializer, or null
 * @param reflectedTypes types of the module in it that JSON looks into; empty without a module
 * @param components the components of a returned record, else empty
 * @param retriesLocation where the number of retries is written, or null
 * @param lints compiler warnings that a call of it would cause, by their names
 * @param throwsThrowable whether it declares throwables that are no exceptions
 */
public record StepDeclaration(
    int index,
    String name,
    Location nameLocation,
    ClassName owner,
    String ownerBinaryName,
    String method,
    Visibility visibility,
    boolean isStatic,
    boolean isAbstract,
    boolean generic,
    boolean varargs,
    List<ParameterDeclaration> parameters,
    @Nullable TypeRef output,
    OutputShape shape,
    @Nullable SecretPath secretPath,
    @Nullable StorageProblem storageProblem,
    List<ReflectedType> reflectedTypes,
    List<Component> components,
    List<Named> secrets,
    List<Named> after,
    String cache,
    int retries,
    @Nullable Location retriesLocation,
    @Nullable Named backoff,
    @Nullable Named timeout,
    String isolation,
    @Nullable MaterializerDeclaration materializer,
    @Nullable Named cpu,
    @Nullable Named memory,
    String description,
    List<String> lints,
    boolean throwsThrowable,
    List<String> inaccessibleTypes,
    Location location) {

  /**
   * A component of the record that a step returns.
   *
   * @param inaccessibleTypes types in it that the runner cannot see
   */
  public record Component(String name, TypeRef type, List<String> inaccessibleTypes) {
    public Component {
      inaccessibleTypes = List.copyOf(inaccessibleTypes);
    }
  }

  /** Kinds of results that need a word. */
  public enum OutputShape {
    FINE,
    RAW,
    TYPE_VARIABLE,
    OBJECT,
    WRAPPER
  }

  public StepDeclaration {
    parameters = List.copyOf(parameters);
    reflectedTypes = List.copyOf(reflectedTypes);
    components = List.copyOf(components);
    secrets = List.copyOf(secrets);
    after = List.copyOf(after);
    lints = List.copyOf(lints);
    inaccessibleTypes = List.copyOf(inaccessibleTypes);
  }

  /** Whether both are the same step of the same pipeline. */
  public boolean is(StepDeclaration other) {
    return index == other.index;
  }
}
