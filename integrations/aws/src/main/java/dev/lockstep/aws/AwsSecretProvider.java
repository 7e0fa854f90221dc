package dev.lockstep.aws;

import dev.lockstep.aws.AwsFailure.Kind;
import dev.lockstep.aws.SecretCalls.Result;
import dev.lockstep.secret.provider.Deletion;
import dev.lockstep.secret.provider.ProviderFailure;
import dev.lockstep.secret.provider.SecretDocument;
import dev.lockstep.secret.provider.SecretProvider;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.secretsmanager.model.CreateSecretResponse;
import software.amazon.awssdk.services.secretsmanager.model.DeleteSecretResponse;
import software.amazon.awssdk.services.secretsmanager.model.DescribeSecretResponse;
import software.amazon.awssdk.services.secretsmanager.model.Filter;
import software.amazon.awssdk.services.secretsmanager.model.FilterNameStringType;
import software.amazon.awssdk.services.secretsmanager.model.ListSecretsResponse;
import software.amazon.awssdk.services.secretsmanager.model.PutSecretValueResponse;
import software.amazon.awssdk.services.secretsmanager.model.RestoreSecretResponse;
import software.amazon.awssdk.services.secretsmanager.model.SecretListEntry;

/**
 * AWS Secrets Manager: a provider secret for each secret. Type and ownership are tags. No call that
 * reads values returns tags, so the type is a staging label of the version as well, which they do
 * return: then one call is enough.
 */
final class AwsSecretProvider implements SecretProvider {
  private static final int LARGEST_PAGE = 100;

  /** A final deletion goes on for some seconds after AWS has answered. */
  private static final Duration DELETION_PAUSE = Duration.ofSeconds(2);

  private static final long FIRST_PAUSE_MILLIS = 50;
  private static final long LONGEST_PAUSE_MILLIS = 1_000;

  private static final String CREATE = "secretsmanager:CreateSecret and secretsmanager:TagResource";
  private static final String WRITE = "secretsmanager:PutSecretValue";
  private static final String DELETE = "secretsmanager:DeleteSecret";

  private final SecretCalls calls;
  private final SecretReads reads;
  private final @Nullable String key;
  private final long recoveryDays;
  private final Duration patience;
  private volatile boolean batchesDenied;

  /**
   * Over calls.
   *
   * @param key the KMS key of new secrets, or null for the account's
   * @param patience how long to wait for the end of a final deletion
   */
  AwsSecretProvider(SecretCalls calls, @Nullable String key, int recoveryDays, Duration patience) {
    this.calls = calls;
    this.reads = new SecretReads(calls);
    this.key = key;
    this.recoveryDays = recoveryDays;
    this.patience = patience;
  }

  @Override
  public Creation create(String id, SecretDocument document, String token) throws ProviderFailure {
    Result<CreateSecretResponse> created =
        calls.tried(
            aws ->
                aws.createSecret(
                    request ->
                        request
                            .name(id)
                            .secretString(document.text())
                            .clientRequestToken(token)
                            .kmsKeyId(key)
                            .tags(Marks.tags(document.type()))));
    if (created.failed(Kind.EXISTS) || created.failed(Kind.STATE)) {
      return inTheWay(id, created);
    }
    String version = calls.answer(created, CREATE).versionId();
    if (version == null) {
      throw SecretCalls.nonsense();
    }
    label(id, version, document.type());
    return Creation.CREATED;
  }

  /** Why a secret could not be created: emulators and AWS give different codes for the same. */
  private Creation inTheWay(String id, Result<CreateSecretResponse> created)
      throws ProviderFailure {
    Result<DescribeSecretResponse> found = reads.describe(id);
    if (found.failed(Kind.DENIED)) {
      return created.failed(Kind.EXISTS) ? Creation.EXISTS : Creation.DELETED;
    }
    if (found.failed(Kind.MISSING) || isBeingDeleted(found.answer())) {
      throw new ProviderFailure(
              ProviderFailure.Kind.UNREACHABLE,
              "the deletion of the former secret of that name goes on",
              "try again in a minute")
          .retryAfter(DELETION_PAUSE);
    }
    if (calls.answer(found, SecretReads.DESCRIBE).deletedDate() != null) {
      return Creation.DELETED;
    }
    if (created.failed(Kind.EXISTS)) {
      return Creation.EXISTS;
    }
    throw calls.failure(created.failure(), CREATE);
  }

  private static boolean isBeingDeleted(@Nullable DescribeSecretResponse secret) {
    return secret != null
        && secret.deletedDate() != null
        && !secret.deletedDate().isAfter(Instant.now());
  }

  /** Saves readers a call. Where it is not allowed or not possible, they read the tags instead. */
  private void label(String id, String version, String type) throws ProviderFailure {
    Result<?> labelled =
        calls.tried(
            aws ->
                aws.updateSecretVersionStage(
                    request ->
                        request
                            .secretId(id)
                            .versionStage(Marks.label(type))
                            .moveToVersionId(version)));
    AwsFailure failure = labelled.failure();
    if (failure != null && (failure.isPassing() || failure.kind() == Kind.INTERRUPTED)) {
      throw calls.failure(failure, "secretsmanager:UpdateSecretVersionStage");
    }
  }

  @Override
  public Optional<SecretDocument> read(String id) throws ProviderFailure {
    return reads.one(id);
  }

  @Override
  public Map<String, SecretDocument> readAll(Collection<String> ids) throws ProviderFailure {
    // One alone needs no permission for batches, of which AWS also allows fewer.
    if (ids.size() > 1 && !batchesDenied) {
      Optional<Map<String, SecretDocument>> documents = reads.batches(List.copyOf(ids));
      if (documents.isPresent()) {
        return documents.get();
      }
      batchesDenied = true;
    }
    return SecretProvider.super.readAll(ids);
  }

  @Override
  public boolean replace(String id, SecretDocument document, String token) throws ProviderFailure {
    Result<DescribeSecretResponse> found = reads.describe(id);
    if (isGone(found)) {
      return false;
    }
    Result<PutSecretValueResponse> put =
        calls.tried(
            aws ->
                aws.putSecretValue(
                    request ->
                        request
                            .secretId(id)
                            .secretString(document.text())
                            .clientRequestToken(token)
                            .versionStages(Marks.CURRENT, Marks.label(document.type()))));
    if (put.failed(Kind.MISSING) || (put.failed(Kind.STATE) && reads.isDeleted(id))) {
      return false;
    }
    if (calls.answer(put, WRITE).versionId() == null) {
      throw SecretCalls.nonsense();
    }
    DescribeSecretResponse secret = found.answer();
    if (secret != null && !Marks.typeOfTags(secret.tags()).equals(document.type())) {
      tagType(id, document.type());
    }
    return true;
  }

  /** Whether there is nothing to change; what another service manages is refused. */
  private boolean isGone(Result<DescribeSecretResponse> found) throws ProviderFailure {
    if (found.failed(Kind.DENIED)) {
      return false; // The call that follows tells.
    }
    if (found.failed(Kind.MISSING)) {
      return true;
    }
    DescribeSecretResponse secret = calls.answer(found, SecretReads.DESCRIBE);
    if (secret.name() == null) {
      throw SecretCalls.nonsense();
    }
    if (secret.owningService() != null || secret.type() != null) {
      throw new ProviderFailure(
          ProviderFailure.Kind.INVALID,
          "another service manages this secret",
          "change it where it is managed");
    }
    return secret.deletedDate() != null;
  }

  private void tagType(String id, String type) throws ProviderFailure {
    Result<?> tagged =
        calls.tried(
            aws -> aws.tagResource(request -> request.secretId(id).tags(Marks.typeTag(type))));
    AwsFailure failure = tagged.failure();
    // The label has told the type already: the tag is for the time when another tool writes, and
    // one that is denied, or the 51st, does not undo what was written.
    if (failure != null && (failure.isPassing() || failure.kind() == Kind.INTERRUPTED)) {
      throw calls.failure(failure, "secretsmanager:TagResource");
    }
  }

  @Override
  public boolean delete(String id, Deletion deletion) throws ProviderFailure {
    if (isGone(reads.describe(id))) {
      return false;
    }
    Result<DeleteSecretResponse> deleted = deleteNow(id, deletion);
    if (deleted.failed(Kind.MISSING) || (deleted.failed(Kind.STATE) && reads.isDeleted(id))) {
      return false;
    }
    if (calls.answer(deleted, DELETE).name() == null) {
      throw SecretCalls.nonsense();
    }
    if (deletion == Deletion.FINAL) {
      awaitEnd(id);
    }
    return true;
  }

  private Result<DeleteSecretResponse> deleteNow(String id, Deletion deletion) {
    return calls.tried(
        aws ->
            aws.deleteSecret(
                request -> {
                  request.secretId(id);
                  if (deletion == Deletion.FINAL) {
                    request.forceDeleteWithoutRecovery(true);
                  } else {
                    request.recoveryWindowInDays(recoveryDays);
                  }
                }));
  }

  /** Waits until the name is free again, but not for ever: what comes next may wait, too. */
  private void awaitEnd(String id) throws ProviderFailure {
    long deadline = System.nanoTime() + patience.toNanos();
    long pause = FIRST_PAUSE_MILLIS;
    while (true) {
      Result<DescribeSecretResponse> found = reads.describe(id);
      if (found.answer() == null || System.nanoTime() >= deadline) {
        AwsFailure failure = found.failure();
        if (failure != null && failure.isPassing()) {
          throw calls.failure(failure, SecretReads.DESCRIBE);
        }
        return;
      }
      if (found.answer().deletedDate() == null) {
        return; // Somebody has created it again.
      }
      try {
        TimeUnit.MILLISECONDS.sleep(pause);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
      pause = Math.min(LONGEST_PAUSE_MILLIS, pause * 2);
    }
  }

  @Override
  public List<String> list(String start) throws ProviderFailure {
    List<Filter> filters = new ArrayList<>();
    filters.add(filter(FilterNameStringType.TAG_KEY, Marks.MANAGED));
    if (!start.isEmpty()) {
      filters.add(filter(FilterNameStringType.NAME, start));
    }
    List<String> ids = new ArrayList<>();
    String next = null;
    do {
      String token = next;
      ListSecretsResponse page =
          calls.answer(
              calls.tried(
                  aws ->
                      aws.listSecrets(
                          request ->
                              request.filters(filters).maxResults(LARGEST_PAGE).nextToken(token))),
              "secretsmanager:ListSecrets");
      if (!page.hasSecretList()) {
        throw SecretCalls.nonsense();
      }
      for (SecretListEntry secret : page.secretList()) {
        // Filters compare beginnings only.
        if (secret.name().startsWith(start)
            && Marks.isManaged(secret.tags())
            && secret.deletedDate() == null
            && secret.owningService() == null
            && secret.type() == null) {
          ids.add(secret.name());
        }
      }
      next = page.nextToken();
    } while (next != null);
    return ids;
  }

  private static Filter filter(FilterNameStringType key, String value) {
    return Filter.builder().key(key).values(value).build();
  }

  @Override
  public void restore(String id) throws ProviderFailure {
    Result<RestoreSecretResponse> restored =
        calls.tried(aws -> aws.restoreSecret(request -> request.secretId(id)));
    if (restored.failed(Kind.STATE) && !reads.isDeleted(id)) {
      return;
    }
    RestoreSecretResponse unused = calls.answer(restored, "secretsmanager:RestoreSecret");
  }

  @Override
  public void purge(String id) throws ProviderFailure {
    Result<DeleteSecretResponse> deleted = deleteNow(id, Deletion.FINAL);
    if (!deleted.failed(Kind.MISSING)) {
      DeleteSecretResponse unused = calls.answer(deleted, DELETE);
      awaitEnd(id);
    }
  }

  @Override
  public Optional<Instant> recoverableUntil(String id) {
    DescribeSecretResponse secret = reads.describe(id).answer();
    return secret == null || secret.deletedDate() == null || isBeingDeleted(secret)
        ? Optional.empty()
        : Optional.of(secret.deletedDate());
  }

  @Override
  public void close() {
    calls.close();
  }
}
