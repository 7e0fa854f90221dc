package dev.lockstep.secret;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Collects the keys and values of a typed secret. For generated schemas. */
public final class SecretWriter {
  private final Map<String, SecretValue> values = new LinkedHashMap<>();

  /** Starts without keys. */
  public SecretWriter() {}

  /** Adds a key. */
  public <T> SecretWriter put(String key, ValueType<T> type, T value) {
    values.put(key, SecretValue.of(type.format(value)));
    return this;
  }

  /** Adds a key unless the value is empty. */
  public <T> SecretWriter put(String key, ValueType<T> type, Optional<T> value) {
    value.ifPresent(present -> put(key, type, present));
    return this;
  }

  /** What was added, in that order. */
  public Map<String, SecretValue> values() {
    return Collections.unmodifiableMap(values);
  }
}
