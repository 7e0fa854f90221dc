package dev.lockstep.processor.model;

import com.squareup.javapoet.TypeName;
import dev.lockstep.processor.report.Location;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A method of a schema that stands for a key.
 *
 * @param name the key in the secret
 * @param kind how its text is read, or null when its type is not supported
 * @param returned the method's own type
 * @param value the type of the value: what is in {@code Optional}, or what is returned
 * @param wrapped whether the method returns {@code Optional}
 * @param hasDefault whether the method has a body
 * @param pattern a regular expression, or null
 * @param inaccessibleType a type that the generated class cannot see, or null
 */
public record KeyDeclaration(
    String name,
    Location nameLocation,
    String method,
    @Nullable KeyKind kind,
    TypeName returned,
    TypeName value,
    boolean wrapped,
    boolean hasDefault,
    String env,
    Location envLocation,
    boolean masked,
    @Nullable Named pattern,
    List<String> constants,
    String description,
    @Nullable String inaccessibleType,
    Location location) {

  public KeyDeclaration {
    constants = List.copyOf(constants);
  }

  public boolean required() {
    return !wrapped && !hasDefault;
  }

  /** How the key's text is read, by the name of the runtime's constant for it. */
  public enum KeyKind {
    STRING("string"),
    SECRET("secret"),
    CHARS("chars"),
    BYTES("bytes"),
    BOOLEAN("boolean"),
    INT("int"),
    LONG("long"),
    DOUBLE("double"),
    URI("uri"),
    PATH("path"),
    DURATION("duration"),
    ENUM("enum");

    private final String word;

    KeyKind(String word) {
      this.word = word;
    }

    /** The name by which schemas and descriptors speak of it. */
    public String word() {
      return word;
    }
  }
}
