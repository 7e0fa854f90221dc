package dev.lockstep.processor.model;

import com.squareup.javapoet.ClassName;
import dev.lockstep.processor.report.Location;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The record that configures a flavor.
 *
 * @param privateType the private type among it and the types around it, or null
 * @param visible whether generated code can see it
 * @param location the parameter that takes it
 */
public record ConfigurationDeclaration(
    ClassName type,
    @Nullable String privateType,
    boolean visible,
    boolean generic,
    List<Option> options,
    Location location) {

  /**
   * A component of the record.
   *
   * @param component its name
   * @param written the option's name as it was written
   * @param option its name in kebab-case
   * @param value the type of the value: what is in {@code Optional}, or the component's own
   * @param wrapped whether the component is {@code Optional}
   * @param kind how its text is read, or null when its type is not supported
   * @param constants the constants of an enum, else empty
   * @param defaultText the default, or null when there is none
   * @param inaccessibleTypes types in it that generated code cannot see
   */
  public record Option(
      String component,
      String written,
      String option,
      TypeRef type,
      TypeRef value,
      boolean wrapped,
      @Nullable OptionKind kind,
      List<String> constants,
      @Nullable String defaultText,
      String description,
      List<String> inaccessibleTypes,
      Location location) {
    public Option {
      constants = List.copyOf(constants);
      inaccessibleTypes = List.copyOf(inaccessibleTypes);
    }

    /** The name of the attribute in a component's configuration. */
    public String attribute() {
      return option.replace('-', '_');
    }

    public boolean required() {
      return defaultText == null && !wrapped;
    }
  }

  public ConfigurationDeclaration {
    options = List.copyOf(options);
  }

  public String displayName() {
    return String.join(".", type.simpleNames());
  }
}
