package dev.lockstep.secret;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A named group of keys and values with a schema type. Immutable; every rendering of it names its
 * keys and none of its values.
 */
public final class Secret {
  /** The schema type of a secret that has no fixed keys. */
  public static final String ARBITRARY = "arbitrary";

  private final String name;
  private final String type;
  private final Map<String, SecretValue> values;
  private final @Nullable String version;

  private Secret(
      String name, String type, Map<String, SecretValue> values, @Nullable String version) {
    this.name = Objects.requireNonNull(name, "name");
    this.type = Objects.requireNonNull(type, "type");
    this.values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    this.version = version;
  }

  /** A secret of the given schema type; the order of the keys is kept. */
  public static Secret of(String name, String type, Map<String, SecretValue> values) {
    return new Secret(name, type, values, null);
  }

  /** The same secret, marked with the version under which a secrets manager holds it. */
  public Secret withVersion(String version) {
    return new Secret(name, type, values, version);
  }

  /** The same content under another name. */
  public Secret withName(String name) {
    return new Secret(name, type, values, version);
  }

  public String name() {
    return name;
  }

  /** The schema type, {@value #ARBITRARY} when the secret has no fixed keys. */
  public String type() {
    return type;
  }

  /** The keys and their values, in the order in which they were given. */
  public Map<String, SecretValue> values() {
    return values;
  }

  /** The value of a key, or empty when the secret lacks it. */
  public Optional<SecretValue> value(String key) {
    return Optional.ofNullable(values.get(key));
  }

  /** The version under which the secrets manager holds it, when it has versions. */
  public Optional<String> version() {
    return Optional.ofNullable(version);
  }

  /** Equal content: name, type and values; the version is not part of it. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Secret that
        && name.equals(that.name)
        && type.equals(that.type)
        && values.equals(that.values);
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, type, values.keySet());
  }

  /** Name, type and keys; never a value. */
  @Override
  @JsonValue
  public String toString() {
    return "Secret[name=" + name + ", type=" + type + ", keys=" + values.keySet() + "]";
  }
}
