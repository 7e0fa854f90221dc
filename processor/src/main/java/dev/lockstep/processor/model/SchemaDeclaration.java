package dev.lockstep.processor.model;

import com.squareup.javapoet.ClassName;
import dev.lockstep.processor.report.Location;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An interface marked as schema.
 *
 * @param generated the class that is, or was, generated for it
 * @param typeLocation the annotation's value, or the type when the name is derived
 * @param keys one per method that is a key, inherited ones first
 * @param oddMethods methods that look like keys and cannot be any
 * @param inheritedMethods abstract methods from interfaces that are no schemas
 * @param memberTypes simple names of the types and constants that an implementation inherits
 * @param lints compiler warnings that an implementation would cause, by their names
 */
public record SchemaDeclaration(
    ClassName type,
    String binaryName,
    ClassName generated,
    ClassFacts.Kind kind,
    Visibility visibility,
    @Nullable String privateType,
    boolean generic,
    boolean sealed,
    String schemaType,
    Location typeLocation,
    String description,
    boolean atLeastOne,
    Location atLeastOneLocation,
    List<KeyDeclaration> keys,
    List<OddMethod> oddMethods,
    List<String> inheritedMethods,
    List<String> memberTypes,
    List<String> lints,
    Environment environment,
    Location location) {

  /**
   * A method that cannot be a key.
   *
   * @param why what is in the way
   */
  public record OddMethod(String name, Oddity why, Location location) {}

  /** What keeps a method from being a key. */
  public enum Oddity {
    PARAMETERS,
    VOID,
    GENERIC,
    THROWS,
    /** A static, private or default method that is no key and is marked {@code @Key}. */
    KEY_WITHOUT_EFFECT,
    OBJECT_METHOD
  }

  public SchemaDeclaration {
    keys = List.copyOf(keys);
    oddMethods = List.copyOf(oddMethods);
    inheritedMethods = List.copyOf(inheritedMethods);
    memberTypes = List.copyOf(memberTypes);
    lints = List.copyOf(lints);
  }

  public String displayName() {
    return String.join(".", type.simpleNames());
  }
}
