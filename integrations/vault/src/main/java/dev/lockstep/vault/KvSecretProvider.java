package dev.lockstep.vault;

import dev.lockstep.json.JsonFormatException;
import dev.lockstep.json.JsonObject;
import dev.lockstep.secret.provider.Deletion;
import dev.lockstep.secret.provider.ProviderFailure;
import dev.lockstep.secret.provider.ProviderFailure.Kind;
import dev.lockstep.secret.provider.SecretDocument;
import dev.lockstep.secret.provider.SecretProvider;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Secrets as entries of a KV engine: the keys are the fields of an entry's data, and type and mark
 * stand in its custom metadata. A write takes two calls. The metadata are written first: whoever is
 * stopped between the two leaves an entry without a version, which is no secret and does not stop
 * the next registration. The data decide, by check-and-set, who of several that register at once
 * has succeeded.
 */
final class KvSecretProvider implements SecretProvider {
  /** How often a write is begun anew because someone else wrote meanwhile. */
  private static final int MOST_CONFLICTS = 20;

  private final KvEngine engine;
  private final UnansweredWrites unanswered = new UnansweredWrites();

  KvSecretProvider(KvEngine engine) {
    this.engine = engine;
  }

  @Override
  public Optional<SecretDocument> read(String id) throws ProviderFailure {
    Optional<VaultResponse> response = engine.read(plain(id));
    return response.isPresent() ? Optional.of(document(response.get())) : Optional.empty();
  }

  private static SecretDocument document(VaultResponse response) throws ProviderFailure {
    JsonObject body = response.json();
    try {
      JsonObject metadata = body.object("data").object("metadata");
      return new SecretDocument(
          KvPayload.of(response),
          KvState.type(KvState.custom(metadata)),
          Optional.of(Long.toString(metadata.number("version"))));
    } catch (JsonFormatException e) {
      throw VaultFailures.senseless(response.status());
    }
  }

  @Override
  public Creation create(String id, SecretDocument document, String token) throws ProviderFailure {
    KvPayload.check(document.text());
    KvState before = engine.state(plain(id));
    for (int conflicts = 0; conflicts < MOST_CONFLICTS; conflicts++) {
      if (before.isLive()) {
        return isDone(id, document, token) ? Creation.CREATED : Creation.EXISTS;
      }
      if (before.kind() == KvState.Kind.DELETED) {
        return Creation.DELETED;
      }
      boolean described = engine.describe(id, before, described(before, document, true));
      if (described && write(id, before, document, token, true)) {
        return Creation.CREATED;
      }
      KvState now = changed(id, before, described);
      if (described && now.isLive() && before.isOurs()) {
        takeBack(id, before);
      }
      before = now;
    }
    throw conflict();
  }

  @Override
  public boolean replace(String id, SecretDocument document, String token) throws ProviderFailure {
    KvPayload.check(document.text());
    KvState before = engine.state(plain(id));
    for (int conflicts = 0; conflicts < MOST_CONFLICTS; conflicts++) {
      if (!before.isLive()) {
        return false;
      }
      if (isDone(id, document, token)) {
        return true;
      }
      boolean described =
          isDescribed(before.custom(), document, false)
              || engine.describe(id, before, described(before, document, false));
      if (described && write(id, before, document, token, false)) {
        return true;
      }
      before = changed(id, before, described);
    }
    throw conflict();
  }

  /** Our mark stays where it is, or away: what another tool made is not ours to delete with all. */
  private static Map<String, String> described(
      KvState before, SecretDocument document, boolean ours) {
    Map<String, String> custom = new LinkedHashMap<>(before.custom());
    custom.put(KvState.TYPE, document.type());
    if (ours) {
      custom.put(KvState.MANAGED, "true");
    }
    return custom;
  }

  private static boolean isDescribed(
      Map<String, String> custom, SecretDocument document, boolean ours) {
    return KvState.type(custom).equals(document.type())
        && (!ours || "true".equals(custom.get(KvState.MANAGED)));
  }

  private boolean write(
      String id, KvState before, SecretDocument document, String token, boolean ours)
      throws ProviderFailure {
    Map<String, String> custom;
    try {
      custom = engine.write(id, document.text(), before.version());
    } catch (ProviderFailure failure) {
      if (failure.kind() == Kind.UNREACHABLE) {
        unanswered.add(token);
      }
      throw failure;
    }
    unanswered.remove(token);
    if (custom == null) {
      return false;
    }
    if (!isDescribed(custom, document, ours)) {
      describeAgain(id, before.version() + 1, document, ours);
    }
    return true;
  }

  /**
   * Says once more what was written, because someone who wrote at the same time and was too late
   * has said something else of it in between. It is said until it stays, or until the content is
   * someone else's.
   */
  private void describeAgain(String id, long version, SecretDocument document, boolean ours)
      throws ProviderFailure {
    KvState before = engine.state(id);
    for (int conflicts = 0; conflicts < MOST_CONFLICTS; conflicts++) {
      if (before.version() != version || isDescribed(before.custom(), document, ours)) {
        return;
      }
      boolean described = engine.describe(id, before, described(before, document, ours));
      KvState now = engine.state(id);
      if (described && now.version() != version) {
        takeBack(id, before);
      }
      before = now;
    }
  }

  /**
   * Says again what was said before we said something of content that is someone else's. Whoever
   * wrote that content and found our words with it says it anew, and then this is too late: where
   * the server counts what is said, it refuses.
   */
  private void takeBack(String id, KvState before) throws ProviderFailure {
    boolean unused = engine.describe(id, before.described(), before.custom());
  }

  /** Whether an earlier attempt, whose answer was lost, has written this. */
  private boolean isDone(String id, SecretDocument document, String token) throws ProviderFailure {
    if (!unanswered.contains(token)) {
      return false;
    }
    Optional<SecretDocument> stored = read(id);
    boolean done =
        stored.isPresent()
            && stored.get().type().equals(document.type())
            && KvPayload.areEqual(stored.get().text(), document.text());
    unanswered.remove(token);
    return done;
  }

  /**
   * What someone else made of it.
   *
   * @param described whether we have changed the metadata ourselves
   * @throws ProviderFailure when nobody did, so that it is what was sent that the server refused
   */
  private KvState changed(String id, KvState before, boolean described) throws ProviderFailure {
    KvState now = engine.state(id);
    boolean same =
        now.version() == before.version()
            && now.kind() == before.kind()
            && (described || Objects.equals(now.metadataVersion(), before.metadataVersion()));
    if (same) {
      throw engine.refusal();
    }
    return now;
  }

  private static ProviderFailure conflict() {
    return new ProviderFailure(
        Kind.THROTTLED, "others write it all the time", "let one writer at a time change it");
  }

  @Override
  public boolean delete(String id, Deletion deletion) throws ProviderFailure {
    if (!engine.state(plain(id)).isLive()) {
      return false;
    }
    if (deletion == Deletion.FINAL) {
      engine.deleteAll(id);
    } else {
      engine.deleteNewest(id);
    }
    return true;
  }

  @Override
  public void restore(String id) throws ProviderFailure {
    KvState state = engine.state(plain(id));
    if (state.kind() == KvState.Kind.DELETED) {
      engine.undelete(id, state.version());
    }
  }

  @Override
  public void purge(String id) throws ProviderFailure {
    if (engine.state(plain(id)).kind() == KvState.Kind.DELETED) {
      engine.deleteAll(id);
    }
  }

  @Override
  public List<String> list(String start) throws ProviderFailure {
    List<String> found = new ArrayList<>();
    Deque<String> folders = new ArrayDeque<>();
    folders.add(start.substring(0, start.lastIndexOf('/') + 1));
    while (!folders.isEmpty()) {
      String folder = folders.remove();
      for (String key : engine.list(folder)) {
        String id = folder + key;
        // Other tools use names that none of ours can have.
        if (!key.isEmpty() && KvEngine.isPlain(id) && mayBeBelow(id, start)) {
          if (key.endsWith("/")) {
            folders.add(id);
          } else {
            found.add(id);
          }
        }
      }
    }
    return ParallelChecks.filter(found, this::isOurs);
  }

  private static boolean mayBeBelow(String id, String start) {
    return id.startsWith(start) || start.startsWith(id);
  }

  private boolean isOurs(String id) throws ProviderFailure {
    KvState state = engine.state(id);
    return state.isLive() && state.isOurs();
  }

  private static String plain(String id) throws ProviderFailure {
    if (!KvEngine.isPlain(id)) {
      throw new ProviderFailure(
          Kind.INVALID, "a path of a KV engine has no segment that is a dot", "use another name");
    }
    return id;
  }
}
