package dev.lockstep.gcp;

import com.google.cloud.secretmanager.v1.SecretVersion.State;
import dev.lockstep.gcp.GoogleFailure.Kind;
import dev.lockstep.gcp.PerKeyGroups.Index;
import dev.lockstep.gcp.PerKeyGroups.Values;
import dev.lockstep.gcp.SecretManagerClient.Version;
import dev.lockstep.secret.MalformedSecretException;
import dev.lockstep.secret.Secret;
import dev.lockstep.secret.provider.Deletion;
import dev.lockstep.secret.provider.ProviderFailure;
import dev.lockstep.secret.provider.SecretDocument;
import dev.lockstep.secret.provider.SecretProvider;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Secrets in Google Secret Manager: one provider secret each, or one for each key ({@link
 * PerKeyGroups}). The attribute {@code layout} decides for new ones; what is there keeps its form.
 */
final class GoogleSecretProvider implements SecretProvider {
  private static final long FIRST_PAUSE_MILLIS = 20;
  private static final long LONGEST_PAUSE_MILLIS = 500;

  private final String component;
  private final SecretManagerConfig config;
  private final SecretManagerClient client;
  private final OldVersions oldVersions;
  private final PerKeyGroups groups;
  private final Registration registration;
  private final TypeMemory types = new TypeMemory();
  private final RepeatedTokens tokens = new RepeatedTokens();

  GoogleSecretProvider(String component, GoogleAccess access, SecretManagerConfig config) {
    this.component = component;
    this.config = config;
    this.client = new SecretManagerClient(access, config);
    this.oldVersions = new OldVersions(client, config);
    this.groups = new PerKeyGroups(client, oldVersions);
    this.registration = new Registration(client);
  }

  @Override
  public Creation create(String id, SecretDocument document, String token) throws ProviderFailure {
    Optional<Map<String, String>> parts =
        config.perKey() ? PerKeyGroups.parts(id, document.text()) : Optional.empty();
    byte[] whole = bytes(document.text());
    if (parts.isEmpty()) {
      PerKeyGroups.checkSize(id, "what is stored", whole);
    }
    GoogleSecret secret =
        new GoogleSecret(id, Map.of(GoogleSecret.MANAGED, "true"), Map.of(), "")
            .annotated(GoogleSecret.TYPE, document.type())
            .annotated(GoogleSecret.LAYOUT, parts.isPresent() ? PerKeyGroups.LAYOUT : "");
    try {
      types.forget(id);
      return registration.create(
          secret,
          token,
          () ->
              parts.isPresent()
                  ? index(id, document.type(), parts.get(), Index.NONE, Values.NONE)
                  : whole);
    } catch (GoogleFailure failure) {
      throw failure.forEngine();
    }
  }

  private byte[] index(String id, String type, Map<String, String> parts, Index before, Values old)
      throws GoogleFailure {
    byte[] index = bytes(groups.write(id, type, parts, before, old).text());
    PerKeyGroups.checkSize(id, "the list of its keys", index);
    return index;
  }

  @Override
  public Optional<SecretDocument> read(String id) throws ProviderFailure {
    try {
      return find(id);
    } catch (GoogleFailure failure) {
      throw failure.forEngine();
    }
  }

  private Optional<SecretDocument> find(String id) throws GoogleFailure {
    long end = System.nanoTime() + config.timeout().toNanos();
    long pause = FIRST_PAUSE_MILLIS;
    while (true) {
      Optional<Version> newest = newest(id);
      if (newest.isEmpty()) {
        return Optional.empty();
      }
      Version version = newest.get();
      String text = Payload.text(version.payload());
      Optional<Index> index = Index.of(text);
      if (index.isEmpty()) {
        return Optional.of(
            new SecretDocument(
                text, type(id, version.number()), Optional.of(Long.toString(version.number()))));
      }
      try {
        return Optional.of(
            groups.document(index.get(), groups.values(id, index.get()), version.number()));
      } catch (GoogleFailure failure) {
        if (failure.kind() != Kind.MISSING && failure.kind() != Kind.PRECONDITION) {
          throw failure;
        }
        // A writer may have retired what this index needs, or somebody is deleting the group, whose
        // index goes last: soon there is a newer index, or none.
        if (System.nanoTime() > end) {
          throw new MalformedSecretException(
              id,
              List.of(
                  "the provider secrets of some of its keys are gone or disabled: update it with all"
                      + " its keys, or delete it"));
        }
        pause(pause);
        pause = Math.min(pause * 2, LONGEST_PAUSE_MILLIS);
      }
    }
  }

  private static void pause(long millis) throws GoogleFailure {
    try {
      TimeUnit.MILLISECONDS.sleep(millis);
    } catch (InterruptedException e) {
      throw GoogleFailure.interrupted();
    }
  }

  /** The newest version; empty when the secret has none, or when there is none. */
  private Optional<Version> newest(String id) throws GoogleFailure {
    try {
      return Optional.of(client.access(id, "latest"));
    } catch (GoogleFailure failure) {
      if (failure.kind() == Kind.MISSING) {
        return Optional.empty();
      }
      if (failure.kind() != Kind.PRECONDITION) {
        throw failure;
      }
      List<Long> enabled =
          config.versionFallback() ? client.versions(id, State.ENABLED) : List.of();
      if (!enabled.isEmpty()) {
        return Optional.of(client.access(id, Long.toString(enabled.get(0))));
      }
      throw new GoogleFailure(
          Kind.DENIED,
          config.versionFallback()
              ? "none of its versions is enabled"
              : "its newest version is disabled or destroyed",
          "gcloud secrets versions enable VERSION --secret="
              + id
              + (config.versionFallback()
                  ? ""
                  : ", or read older ones: lockstep secrets-manager update "
                      + component
                      + " --version-fallback=true"));
    }
  }

  /** The schema type, as far as it may be read: who may access values need not see annotations. */
  private String type(String id, long version) throws GoogleFailure {
    String known = types.type(id, version);
    if (known != null) {
      return known;
    }
    String type = "";
    try {
      type = client.get(id).annotation(GoogleSecret.TYPE);
    } catch (GoogleFailure failure) {
      if (failure.kind() == Kind.MISSING) {
        throw new GoogleFailure(Kind.UNREACHABLE, "it was deleted while it was read", "");
      }
      if (failure.kind() != Kind.DENIED) {
        throw failure;
      }
    }
    type = type.isEmpty() ? Secret.ARBITRARY : type;
    types.put(id, version, type);
    return type;
  }

  @Override
  public boolean replace(String id, SecretDocument document, String token) throws ProviderFailure {
    boolean repeated = tokens.isRepeated(token);
    try {
      Optional<GoogleSecret> stored = secret(id);
      if (stored.isEmpty()) {
        return false;
      }
      return stored.get().annotation(GoogleSecret.LAYOUT).equals(PerKeyGroups.LAYOUT)
          ? replaceGroup(stored.get(), document, repeated)
          : replaceWhole(stored.get(), document, repeated);
    } catch (GoogleFailure failure) {
      if (failure.kind() == Kind.MISSING) {
        return false; // Somebody else has deleted it meanwhile.
      }
      throw failure.forEngine();
    }
  }

  private boolean replaceWhole(GoogleSecret stored, SecretDocument document, boolean repeated)
      throws GoogleFailure {
    String id = stored.id();
    byte[] payload = bytes(document.text());
    PerKeyGroups.checkSize(id, "what is stored", payload);
    if (!client.hasVersions(id)) {
      return false;
    }
    addVersion(stored, document, false, payload, repeated);
    oldVersions.retire(id);
    return true;
  }

  private boolean replaceGroup(GoogleSecret stored, SecretDocument document, boolean repeated)
      throws GoogleFailure {
    String id = stored.id();
    Optional<Version> newest = newest(id);
    if (newest.isEmpty()) {
      return false;
    }
    Index before = Index.of(Payload.text(newest.get().payload())).orElse(Index.NONE);
    Optional<Map<String, String>> parts = PerKeyGroups.parts(id, document.text());
    if (parts.isEmpty()) {
      PerKeyGroups.checkSize(id, "what is stored", bytes(document.text()));
      addVersion(stored, document, false, bytes(document.text()), repeated);
      groups.deleteKeys(id, before);
      return true;
    }
    Values old = valuesOrNone(id, before);
    byte[] payload = index(id, document.type(), parts.get(), before, old);
    Index after = Index.of(Payload.text(payload)).orElseThrow();
    // The attempt before may have written the index already, which then is the one before.
    if (!repeated || !before.holdsTheSameAs(after)) {
      addVersion(stored, document, true, payload, false);
      groups.cleanUp(id, before, after);
    }
    oldVersions.retire(id);
    return true;
  }

  /** What a group holds; none when parts of it are gone, so that all are written anew. */
  private Values valuesOrNone(String id, Index index) throws GoogleFailure {
    try {
      return groups.values(id, index);
    } catch (GoogleFailure failure) {
      if (failure.kind() != Kind.MISSING && failure.kind() != Kind.PRECONDITION) {
        throw failure;
      }
      return Values.NONE;
    }
  }

  /**
   * Adds a version, whose type is written before it, so that nobody remembers the old type for the
   * new version.
   */
  private void addVersion(
      GoogleSecret stored,
      SecretDocument document,
      boolean perKey,
      byte[] payload,
      boolean repeated)
      throws GoogleFailure {
    String id = stored.id();
    boolean untyped =
        document.type().equals(Secret.ARBITRARY) && stored.annotation(GoogleSecret.TYPE).isEmpty();
    GoogleSecret changed =
        stored
            .annotated(GoogleSecret.TYPE, untyped ? "" : document.type())
            .annotated(GoogleSecret.LAYOUT, perKey ? PerKeyGroups.LAYOUT : "");
    if (!changed.equals(stored)) {
      client.update(changed);
    }
    if (!repeated || !isNewest(id, payload)) {
      types.put(id, client.add(id, payload), document.type());
    }
  }

  /** Whether the attempt before has added the version after all, without our hearing of it. */
  private boolean isNewest(String id, byte[] payload) throws GoogleFailure {
    Optional<Version> newest = newest(id);
    return newest.isPresent() && Arrays.equals(newest.get().payload(), payload);
  }

  private Optional<GoogleSecret> secret(String id) throws GoogleFailure {
    try {
      return Optional.of(client.get(id));
    } catch (GoogleFailure failure) {
      if (failure.kind() == Kind.MISSING) {
        return Optional.empty();
      }
      throw failure;
    }
  }

  @Override
  public boolean delete(String id, Deletion deletion) throws ProviderFailure {
    try {
      types.forget(id);
      Optional<GoogleSecret> stored = secret(id);
      if (stored.isEmpty()) {
        return false;
      }
      if (stored.get().annotation(GoogleSecret.LAYOUT).equals(PerKeyGroups.LAYOUT)) {
        groups.deleteKeys(
            id,
            newest(id)
                .flatMap(version -> Index.of(Payload.text(version.payload())))
                .orElse(Index.NONE));
      }
      deleteWhole(id);
      return true;
    } catch (GoogleFailure failure) {
      throw failure.forEngine();
    }
  }

  private void deleteWhole(String id) throws GoogleFailure {
    try {
      client.delete(id);
    } catch (GoogleFailure failure) {
      // It was there a moment ago: the JDK sends a DELETE again whose answer is lost.
      if (failure.kind() != Kind.MISSING) {
        throw failure;
      }
    }
  }

  @Override
  public List<String> list(String start) throws ProviderFailure {
    try {
      List<String> ids = new ArrayList<>();
      for (GoogleSecret secret : client.list(GoogleSecret.MANAGED, "true")) {
        if (secret.id().startsWith(start) && isWhole(secret)) {
          ids.add(secret.id());
        }
      }
      return ids;
    } catch (GoogleFailure failure) {
      throw failure.forEngine();
    }
  }

  /** What somebody began to register and did not finish is no secret yet. */
  private boolean isWhole(GoogleSecret secret) throws GoogleFailure {
    if (secret.annotation(GoogleSecret.REGISTERING).isEmpty()) {
      return true;
    }
    try {
      return client.hasVersions(secret.id());
    } catch (GoogleFailure failure) {
      if (failure.kind() == Kind.MISSING) {
        return false;
      }
      throw failure;
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    client.close();
  }
}
