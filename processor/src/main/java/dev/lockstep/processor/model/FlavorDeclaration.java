package dev.lockstep.processor.model;

import com.squareup.javapoet.ClassName;
import dev.lockstep.processor.report.Location;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A class marked as flavor.
 *
 * @param generated the class that is generated
 * @param components the types of components that it implements
 * @param handWritten whether it is itself what would be generated for it
 * @param lints compiler warnings that using it would cause, by their names
 * @param namedModule whether it is in a named module
 */
public record FlavorDeclaration(
    ClassFacts facts,
    ClassName generated,
    Named name,
    String description,
    List<ComponentKind> components,
    boolean handWritten,
    List<Constructor> constructors,
    List<String> lints,
    boolean namedModule,
    Environment environment,
    Location location) {

  /** A constructor, and what stands for its arguments. */
  public record Constructor(ClassFacts.Constructor facts, List<Argument> arguments) {
    public Constructor {
      arguments = List.copyOf(arguments);
    }

    /** The argument that is the configuration, or null. */
    public @Nullable ConfigurationDeclaration configuration() {
      return arguments.stream()
          .map(Argument::configuration)
          .filter(configuration -> configuration != null)
          .findFirst()
          .orElse(null);
    }

    boolean fits() {
      return isPresentOnceAtMost(Argument::isContext)
          && isPresentOnceAtMost(argument -> argument.configuration() != null)
          && arguments.stream()
              .allMatch(argument -> argument.isContext() || argument.configuration() != null);
    }

    private boolean isPresentOnceAtMost(Predicate<Argument> what) {
      return arguments.stream().filter(what).count() <= 1;
    }
  }

  /**
   * A parameter of a constructor.
   *
   * @param isContext whether it takes what the runtime knows of the component
   * @param configuration the record that it takes, or null when it takes something else
   */
  public record Argument(
      String name,
      TypeRef type,
      boolean isContext,
      @Nullable ConfigurationDeclaration configuration,
      Location location) {}

  public FlavorDeclaration {
    components = List.copyOf(components);
    constructors = List.copyOf(constructors);
    lints = List.copyOf(lints);
  }

  public String displayName() {
    return facts.displayName();
  }

  /** The constructors that generated code can call; it is in the same package. */
  public List<Constructor> usable() {
    return constructors.stream()
        .filter(constructor -> constructor.facts().visibility() != Visibility.PRIVATE)
        .toList();
  }

  /** Those among them that take nothing but a configuration and a context. */
  public List<Constructor> fitting() {
    return usable().stream().filter(Constructor::fits).toList();
  }
}
