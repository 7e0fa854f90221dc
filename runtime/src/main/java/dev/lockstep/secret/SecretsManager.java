package dev.lockstep.secret;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The stack component that stores secrets. Every flavor behaves the same: what differs between
 * providers is hidden behind it.
 *
 * <p>All methods may be called from several threads at once. Failures are told apart by the
 * subclasses of {@link SecretsManagerException}; none of them carries a value. Only a confirmed
 * absence is a {@link SecretNotFoundException}: a back end that cannot be asked is not an answer.
 */
public interface SecretsManager extends AutoCloseable {
  /**
   * Stores a new secret.
   *
   * @throws SecretExistsException when there is a secret of that name; it is left as it is
   * @throws InvalidSecretException when the back end cannot hold that name, key or value; nothing
   *     was stored
   */
  void register(Secret secret);

  /**
   * Reads a secret.
   *
   * @throws SecretNotFoundException when there is none of that name
   * @throws MalformedSecretException when what is stored is not a group of keys and values
   */
  Secret get(String name);

  /**
   * Reads several secrets, in one round trip where the back end can. Those that do not exist are
   * absent from the result; any other failure fails the call.
   */
  Map<String, Secret> getAll(Collection<String> names);

  /** The names of all secrets, sorted, complete however many there are. */
  List<String> list();

  /**
   * Replaces the whole content and type of a secret.
   *
   * @throws SecretNotFoundException when there is none of that name
   */
  void update(Secret secret);

  /**
   * Deletes a secret.
   *
   * @throws SecretNotFoundException when there is none of that name
   */
  void delete(String name);

  /**
   * Deletes every secret that this manager lists.
   *
   * @param force where the back end keeps deleted secrets for a while, do not keep them
   */
  void deleteAll(boolean force);

  /**
   * Until when a deleted secret can be restored. Empty when there is no deleted one of that name,
   * when it is there, or when the back end does not tell, which is never a failure. Empty by
   * default.
   */
  default Optional<Instant> recoverableUntil(String name) {
    return Optional.empty();
  }

  /**
   * How somebody mends that a secret is missing here, or some keys of one: a clause that stands
   * behind {@code Fix:} in what is said of it, such as {@code set SECRET_DB_PASSWORD where the
   * process is started}. Empty by default, which stands for the commands {@code lockstep secret
   * register} and {@code lockstep secret update}. A secrets manager that only reads, and so refuses
   * these, says what is to be done where its secrets come from.
   *
   * @param secret the name of the secret
   * @param keys those that are missing; empty when it is not known which
   */
  default Optional<String> remedy(String secret, Collection<String> keys) {
    return Optional.empty();
  }

  /** Releases connections. Does nothing by default. */
  @Override
  default void close() {}
}
