package dev.lockstep.secret.provider;

import java.time.Instant;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A provider's service, as {@link ProviderSecretsManager} needs it. Each call is one attempt: it
 * does not try again, and tells failures apart by their {@link ProviderFailure.Kind kind}. It is
 * called from several threads at once, connects when it is first called, and ends every call within
 * the {@linkplain ProviderSettings#timeout() timeout}.
 *
 * <p>Ids are what the provider calls a secret; {@link ProviderLimits} has mapped the name to it and
 * has checked id and size.
 */
public interface SecretProvider extends AutoCloseable {
  /** What came of creating a secret. */
  enum Creation {
    /** It was created. */
    CREATED,
    /** There is one of that id, which was left as it is. */
    EXISTS,
    /** There is a deleted one of that id, which can be restored; it was left as it is. */
    DELETED
  }

  /**
   * Creates a secret, marked as ours.
   *
   * @param token 32 hexadecimal digits that are the same for all attempts at one operation, for
   *     providers that recognise a repeated request by it
   */
  Creation create(String id, SecretDocument document, String token) throws ProviderFailure;

  /** Reads a secret, whoever wrote it. Empty only when the provider says that there is none. */
  Optional<SecretDocument> read(String id) throws ProviderFailure;

  /**
   * Reads several secrets, by id; those that do not exist are absent. Reads them side by side by
   * default: a provider with a call for several overrides it.
   *
   * @param ids each once, at least one
   */
  default Map<String, SecretDocument> readAll(Collection<String> ids) throws ProviderFailure {
    try {
      Map<String, SecretDocument> found = new LinkedHashMap<>();
      Iterator<Optional<SecretDocument>> documents = ParallelCalls.make(ids, this::read).iterator();
      for (String id : ids) {
        documents.next().ifPresent(document -> found.put(id, document));
      }
      return found;
    } catch (InterruptedException e) {
      throw ParallelCalls.interrupted();
    }
  }

  /**
   * Replaces payload and type of a secret, whoever wrote it.
   *
   * @param token as for {@link #create}
   * @return false when there is none
   */
  boolean replace(String id, SecretDocument document, String token) throws ProviderFailure;

  /**
   * Deletes a secret, whoever wrote it. A final deletion has ended when this returns, as far as the
   * provider tells.
   *
   * @return false when there is none, or when it was deleted before
   */
  boolean delete(String id, Deletion deletion) throws ProviderFailure;

  /**
   * The ids of all secrets that are marked as ours and begin with a text, in any order, complete
   * however many there are.
   */
  List<String> list(String start) throws ProviderFailure;

  /**
   * Restores a deleted secret. Called only after {@link Creation#DELETED}, and again when an answer
   * was lost: one that is there already is no failure.
   */
  default void restore(String id) throws ProviderFailure {
    throw new UnsupportedOperationException("This provider keeps no deleted secrets.");
  }

  /**
   * Deletes a deleted secret finally. Called only after {@link Creation#DELETED}, and again when an
   * answer was lost: one that is gone already is no failure.
   */
  default void purge(String id) throws ProviderFailure {
    throw new UnsupportedOperationException("This provider keeps no deleted secrets.");
  }

  /**
   * Until when a deleted secret can be restored; empty when there is none, or when the provider
   * does not tell. Asked for messages only: whatever fails, the message does without.
   */
  default Optional<Instant> recoverableUntil(String id) throws ProviderFailure {
    return Optional.empty();
  }

  @Override
  default void close() {}
}
