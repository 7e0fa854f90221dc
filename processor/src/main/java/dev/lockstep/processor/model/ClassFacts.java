package dev.lockstep.processor.model;

import com.squareup.javapoet.ClassName;
import dev.lockstep.processor.report.Location;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What matters of a class that holds steps.
 *
 * @param kind its kind
 * @param visibility the narrowest among it and the types around it
 * @param privateType the private type among it and the types around it, or null
 * @param inner whether an instance needs one of the class around it
 * @param kotlin whether it was written in Kotlin
 * @param inheritedSteps methods of superclasses and interfaces that are marked as steps
 */
public record ClassFacts(
    ClassName type,
    String binaryName,
    Kind kind,
    Visibility visibility,
    @Nullable String privateType,
    boolean inner,
    boolean isAbstract,
    boolean generic,
    boolean kotlin,
    List<Constructor> constructors,
    List<Field> fields,
    List<String> inheritedSteps,
    List<String> plainMethods,
    Location location) {

  /** The kinds of types that Java has. */
  public enum Kind {
    CLASS("a class"),
    INTERFACE("an interface"),
    ENUM("an enum"),
    RECORD("a record"),
    ANNOTATION("an annotation"),
    /** A primitive type or an array, which have class literals too. */
    NONE("no class");

    private final String article;

    Kind(String article) {
      this.article = article;
    }

    /** As in "is an interface". */
    public String article() {
      return article;
    }
  }

  /**
   * A constructor.
   *
   * @param text its declaration, for a list
   * @param checked checked exceptions that it declares, by simple name
   */
  public record Constructor(
      String text, Visibility visibility, int parameters, List<String> checked) {}

  /**
   * A field, its own or one of a superclass.
   *
   * @param owner the simple name of the class that declares it
   * @param secretPath where in its type a secret is, or null
   */
  public record Field(
      String owner,
      String name,
      boolean isStatic,
      boolean isFinal,
      @Nullable SecretPath secretPath,
      Location location) {}

  public ClassFacts {
    constructors = List.copyOf(constructors);
    fields = List.copyOf(fields);
    inheritedSteps = List.copyOf(inheritedSteps);
    plainMethods = List.copyOf(plainMethods);
  }

  /** The simple name, with the names of the types around it: {@code Outer.Inner}. */
  public String displayName() {
    return String.join(".", type.simpleNames());
  }
}
