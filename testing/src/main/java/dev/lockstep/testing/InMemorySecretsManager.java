package dev.lockstep.testing;

import dev.lockstep.secret.Secret;
import dev.lockstep.secret.SecretExistsException;
import dev.lockstep.secret.SecretLimits;
import dev.lockstep.secret.SecretNames;
import dev.lockstep.secret.SecretNotFoundException;
import dev.lockstep.secret.SecretsManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A secrets manager that keeps secrets in memory and counts what it is asked. It behaves like those
 * of a real stack: the same rules for names, the same exceptions, a version that grows with every
 * update.
 *
 * <pre>{@code
 * InMemorySecretsManager secrets = new InMemorySecretsManager();
 * secrets.register(Secret.of("api", "arbitrary", Map.of("token", SecretValue.of("t0ken"))));
 * assertEquals("t0ken", secrets.get("api").value("token").orElseThrow().reveal());
 * assertEquals(1, secrets.calls().get());
 * }</pre>
 */
public final class InMemorySecretsManager implements SecretsManager {
  private final String component;
  private final Map<String, Secret> secrets = new TreeMap<>();

  /** Everything that was ever stored: what was rotated or deleted must not leak either. */
  private final List<Secret> stored = new ArrayList<>();

  private Calls calls = Calls.NONE;

  /**
   * How often each operation reached the back end, refused calls included. Nothing is counted for
   * what is refused before, such as a name that no secret can have, and for an empty {@code
   * getAll}.
   */
  public record Calls(
      int register, int get, int getAll, int list, int update, int delete, int deleteAll) {
    static final Calls NONE = new Calls(0, 0, 0, 0, 0, 0, 0);

    /** All operations together. */
    public int total() {
      return register + get + getAll + list + update + delete + deleteAll;
    }

    /** The calls since an earlier count. */
    public Calls since(Calls earlier) {
      return new Calls(
          register - earlier.register,
          get - earlier.get,
          getAll - earlier.getAll,
          list - earlier.list,
          update - earlier.update,
          delete - earlier.delete,
          deleteAll - earlier.deleteAll);
    }

    private Calls plus(Calls more) {
      return new Calls(
          register + more.register,
          get + more.get,
          getAll + more.getAll,
          list + more.list,
          update + more.update,
          delete + more.delete,
          deleteAll + more.deleteAll);
    }
  }

  /** An empty secrets manager, which calls itself {@code in-memory} in messages. */
  public InMemorySecretsManager() {
    this("in-memory");
  }

  InMemorySecretsManager(String component) {
    this.component = component;
  }

  /** What it was asked up to now. */
  public synchronized Calls calls() {
    return calls;
  }

  @Override
  public synchronized void register(Secret secret) {
    SecretLimits.check(secret);
    count(new Calls(1, 0, 0, 0, 0, 0, 0));
    if (secrets.containsKey(secret.name())) {
      throw new SecretExistsException(secret.name(), component);
    }
    store(secret, 1);
  }

  @Override
  public synchronized Secret get(String name) {
    SecretNames.check(name);
    count(new Calls(0, 1, 0, 0, 0, 0, 0));
    return find(name);
  }

  @Override
  public synchronized Map<String, Secret> getAll(Collection<String> names) {
    names.forEach(SecretNames::check);
    if (names.isEmpty()) {
      return Map.of();
    }
    count(new Calls(0, 0, 1, 0, 0, 0, 0));
    Map<String, Secret> found = new LinkedHashMap<>();
    for (String name : names) {
      Secret secret = secrets.get(name);
      if (secret != null) {
        found.put(name, secret);
      }
    }
    return Collections.unmodifiableMap(found);
  }

  @Override
  public synchronized List<String> list() {
    count(new Calls(0, 0, 0, 1, 0, 0, 0));
    return List.copyOf(secrets.keySet());
  }

  @Override
  public synchronized void update(Secret secret) {
    SecretLimits.check(secret);
    count(new Calls(0, 0, 0, 0, 1, 0, 0));
    replace(secret);
  }

  @Override
  public synchronized void delete(String name) {
    SecretNames.check(name);
    count(new Calls(0, 0, 0, 0, 0, 1, 0));
    find(name);
    secrets.remove(name);
  }

  @Override
  public synchronized void deleteAll(boolean force) {
    count(new Calls(0, 0, 0, 0, 0, 0, 1));
    secrets.clear();
  }

  /** Registers or updates for a test that prepares its stack: no call of the pipeline's. */
  synchronized void put(Secret secret) {
    SecretLimits.check(secret);
    if (secrets.containsKey(secret.name())) {
      replace(secret);
    } else {
      store(secret, 1);
    }
  }

  /** Every secret in every version that was ever stored, in that order. */
  synchronized List<Secret> everStored() {
    return List.copyOf(stored);
  }

  /** Names the secrets that are there, and no value. */
  @Override
  public synchronized String toString() {
    return "InMemorySecretsManager" + secrets.keySet();
  }

  private void replace(Secret secret) {
    String version = find(secret.name()).version().orElseThrow();
    store(secret, Integer.parseInt(version) + 1);
  }

  private void store(Secret secret, int version) {
    Secret versioned = secret.withVersion(Integer.toString(version));
    secrets.put(secret.name(), versioned);
    stored.add(versioned);
  }

  private Secret find(String name) {
    Secret secret = secrets.get(name);
    if (secret == null) {
      throw new SecretNotFoundException(name, component);
    }
    return secret;
  }

  private void count(Calls more) {
    calls = calls.plus(more);
  }
}
