package dev.lockstep.testing.conformance;

import dev.lockstep.secret.SecretsManager;
import dev.lockstep.stack.ComponentFlavor;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A store that is empty at first, and how secrets managers are opened over it. One is made for each
 * test of a {@link SecretsManagerConformance} and closed after it.
 */
public interface SecretsManagerFixture extends AutoCloseable {
  /**
   * What is tested. For tests with several processes its class must be public, with a public
   * constructor without parameters, as those have that the processor generates.
   */
  ComponentFlavor<? extends SecretsManager> flavor();

  /** The attributes of a component over this store. */
  Map<String, String> attributes();

  /** The environment of the process in which the component is made; empty by default. */
  default Map<String, String> environment() {
    return Map.of();
  }

  /**
   * What must never be logged: the credentials among the {@link #attributes} and in the {@link
   * #environment}, and what stands for them in requests. Nothing by default.
   */
  default List<String> confidential() {
    return List.of();
  }

  /** In what it differs from others. */
  default SecretsManagerTraits traits() {
    return SecretsManagerTraits.LOCAL;
  }

  /**
   * The proxy through which the {@link #attributes} lead to the store, if the store is a server.
   * Without one, the cases of failing servers are skipped.
   */
  default Optional<FaultProxy> proxy() {
    return Optional.empty();
  }

  /** How the server refuses a call for want of a permission, with that text in its answer. */
  default Fault denied(String text) {
    throw new UnsupportedOperationException("A fixture with a proxy tells this.");
  }

  /** How the server asks to slow down, with that text in its answer. */
  default Fault throttled(String text) {
    throw new UnsupportedOperationException("A fixture with a proxy tells this.");
  }

  /** How the server says that it has failed, with that text in its answer. */
  default Fault unavailable(String text) {
    return Fault.answer(503, "{\"message\":\"" + text + "\"}");
  }

  /** Whether {@link #storeForeign} can be called. */
  default boolean storesForeign() {
    return false;
  }

  /** Whether another tool can also store a payload that is no JSON object. */
  default boolean storesForeignText() {
    return storesForeign();
  }

  /**
   * Stores a secret as another tool does, past the component.
   *
   * @param name what the component, which has no prefix, calls it
   * @param payload all that is stored of it
   */
  default void storeForeign(String name, String payload) {
    throw new UnsupportedOperationException("A fixture that says that it can tells how.");
  }

  /** Stops what was started. */
  @Override
  default void close() {}
}
