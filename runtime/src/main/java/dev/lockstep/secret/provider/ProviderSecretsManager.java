package dev.lockstep.secret.provider;

import dev.lockstep.secret.Secret;
import dev.lockstep.secret.SecretExistsException;
import dev.lockstep.secret.SecretLimits;
import dev.lockstep.secret.SecretNames;
import dev.lockstep.secret.SecretNotFoundException;
import dev.lockstep.secret.SecretsManager;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A secrets manager over a provider's service, each secret one plain JSON object there, with its
 * type beside it. All that providers could do differently is done here: names and limits, what
 * exists and what does not, attempts, deleted secrets, failures and their messages.
 *
 * <p>An attempt whose answer was lost may have been carried out. A further attempt at the same
 * operation then finds what the first one did, and that is no failure.
 */
public final class ProviderSecretsManager implements SecretsManager {
  private static final int TOKEN_BYTES = 16;

  private final ProviderSettings settings;
  private final ProviderLimits limits;
  private final SecretProvider provider;
  private final DocumentFormat format;
  private final Attempts attempts;

  /** Connects to nothing yet. */
  public ProviderSecretsManager(
      ProviderSettings settings, ProviderLimits limits, SecretProvider provider) {
    this.settings = settings;
    this.limits = limits;
    this.provider = provider;
    this.format = new DocumentFormat(settings.singleValueKey(), settings.singleValues());
    this.attempts = new Attempts(settings.component(), settings.attempts());
  }

  @Override
  public void register(Secret secret) {
    SecretDocument document = document(secret);
    String id = id(secret.name());
    String token = token();
    String doing = "registering the secret '" + secret.name() + "'";
    SecretProvider.Creation creation =
        attempts.make(doing, unanswered -> create(id, document, token, unanswered));
    if (creation == SecretProvider.Creation.DELETED) {
      creation = overDeleted(secret.name(), id, document, doing);
    }
    if (creation != SecretProvider.Creation.CREATED) {
      throw new SecretExistsException(secret.name(), settings.component());
    }
  }

  private SecretProvider.Creation create(
      String id, SecretDocument document, String token, boolean unanswered) throws ProviderFailure {
    SecretProvider.Creation creation = provider.create(id, document, token);
    return creation == SecretProvider.Creation.EXISTS && unanswered && holds(id, document)
        ? SecretProvider.Creation.CREATED
        : creation;
  }

  private boolean holds(String id, SecretDocument document) throws ProviderFailure {
    Optional<SecretDocument> stored = provider.read(id);
    return stored.isPresent() && stored.get().hasContentOf(document);
  }

  private SecretProvider.Creation overDeleted(
      String name, String id, SecretDocument document, String doing) {
    switch (settings.onDeleted()) {
      case RESTORE -> {
        attempts.make(
            doing,
            unanswered -> {
              provider.restore(id);
              return true;
            });
        String token = token();
        return attempts.make(doing, unanswered -> provider.replace(id, document, token))
            ? SecretProvider.Creation.CREATED
            : SecretProvider.Creation.DELETED;
      }
      case REPLACE -> {
        attempts.make(
            doing,
            unanswered -> {
              provider.purge(id);
              return true;
            });
        String token = token();
        return attempts.make(doing, unanswered -> create(id, document, token, unanswered));
      }
      default ->
          throw SecretExistsException.deleted(name, settings.component(), recoverableUntil(name));
    }
  }

  @Override
  public Secret get(String name) {
    String id = id(name);
    Optional<SecretDocument> document =
        attempts.make("reading the secret '" + name + "'", unanswered -> provider.read(id));
    if (document.isEmpty()) {
      throw missing(name);
    }
    return format.decode(name, document.get());
  }

  private SecretNotFoundException missing(String name) {
    return new SecretNotFoundException(name, settings.component(), recoverableUntil(name));
  }

  @Override
  public Optional<Instant> recoverableUntil(String name) {
    try {
      return provider.recoverableUntil(id(name));
    } catch (ProviderFailure failure) {
      return Optional.empty();
    }
  }

  @Override
  public Map<String, Secret> getAll(Collection<String> names) {
    Map<String, String> ids = new LinkedHashMap<>();
    for (String name : names) {
      ids.put(name, id(name));
    }
    if (ids.isEmpty()) {
      return Map.of();
    }
    Map<String, SecretDocument> documents =
        attempts.make(
            "reading the secrets '" + String.join("', '", ids.keySet()) + "'",
            unanswered -> provider.readAll(Collections.unmodifiableCollection(ids.values())));
    Map<String, Secret> secrets = new LinkedHashMap<>();
    for (Map.Entry<String, String> entry : ids.entrySet()) {
      SecretDocument document = documents.get(entry.getValue());
      if (document != null) {
        secrets.put(entry.getKey(), format.decode(entry.getKey(), document));
      }
    }
    return Collections.unmodifiableMap(secrets);
  }

  @Override
  public List<String> list() {
    List<String> names = new ArrayList<>();
    for (String id : ids("listing the secrets")) {
      name(id).ifPresent(names::add);
    }
    Collections.sort(names);
    return Collections.unmodifiableList(names);
  }

  @Override
  public void update(Secret secret) {
    SecretDocument document = document(secret);
    String id = id(secret.name());
    String token = token();
    boolean there =
        attempts.make(
            "updating the secret '" + secret.name() + "'",
            unanswered -> provider.replace(id, document, token));
    if (!there) {
      throw missing(secret.name());
    }
  }

  @Override
  public void delete(String name) {
    String id = id(name);
    if (!delete(name, id, settings.deletion())) {
      throw missing(name);
    }
  }

  @Override
  public void deleteAll(boolean force) {
    Deletion deletion = force ? Deletion.FINAL : settings.deletion();
    for (String id : ids("listing the secrets")) {
      Optional<String> name = name(id);
      if (name.isPresent()) {
        // One that someone else has just deleted is what was asked for.
        boolean unused = delete(name.get(), id, deletion);
      }
    }
  }

  private boolean delete(String name, String id, Deletion deletion) {
    return attempts.make(
        "deleting the secret '" + name + "'",
        unanswered -> provider.delete(id, deletion) || unanswered);
  }

  private List<String> ids(String doing) {
    String start = limits.names().id(settings.scope().start());
    return attempts.make(doing, unanswered -> provider.list(start));
  }

  /** The name of a listed id, if it is in this scope. */
  private Optional<String> name(String id) {
    return limits.names().name(id).flatMap(settings.scope()::name).filter(SecretNames::isName);
  }

  private SecretDocument document(Secret secret) {
    SecretLimits.check(secret);
    SecretDocument document = format.encode(secret);
    limits.check(secret.name(), document.text());
    return document;
  }

  private String id(String name) {
    return limits.id(settings.scope().full(SecretNames.check(name)));
  }

  private static String token() {
    byte[] token = new byte[TOKEN_BYTES];
    new SecureRandom().nextBytes(token);
    return HexFormat.of().formatHex(token);
  }

  @Override
  public void close() {
    provider.close();
  }
}
