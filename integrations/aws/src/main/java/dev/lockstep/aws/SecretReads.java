package dev.lockstep.aws;

import dev.lockstep.aws.AwsFailure.Kind;
import dev.lockstep.aws.SecretCalls.Result;
import dev.lockstep.secret.provider.ProviderFailure;
import dev.lockstep.secret.provider.SecretDocument;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.secretsmanager.model.APIErrorType;
import software.amazon.awssdk.services.secretsmanager.model.BatchGetSecretValueResponse;
import software.amazon.awssdk.services.secretsmanager.model.DescribeSecretResponse;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueResponse;
import software.amazon.awssdk.services.secretsmanager.model.SecretValueEntry;

/** How secrets are read: each call's answer, and what the lack of one means. */
final class SecretReads {
  static final String DESCRIBE = "secretsmanager:DescribeSecret";

  private static final String READ = "secretsmanager:GetSecretValue";
  private static final int LARGEST_BATCH = 20;

  private final SecretCalls calls;

  SecretReads(SecretCalls calls) {
    this.calls = calls;
  }

  /** What is known of a secret without its value; also of a deleted one. */
  Result<DescribeSecretResponse> describe(String id) {
    return calls.tried(aws -> aws.describeSecret(request -> request.secretId(id)));
  }

  /** Reads one secret. */
  Optional<SecretDocument> one(String id) throws ProviderFailure {
    Result<GetSecretValueResponse> value =
        calls.tried(aws -> aws.getSecretValue(request -> request.secretId(id)));
    if (value.failed(Kind.MISSING) || (value.failed(Kind.STATE) && isDeleted(id))) {
      return Optional.empty();
    }
    GetSecretValueResponse read = calls.answer(value, READ);
    return Optional.of(
        document(
            id, read.secretString(), read.secretBinary(), read.versionStages(), read.versionId()));
  }

  /** Whether a secret that is refused is refused because it was deleted. */
  boolean isDeleted(String id) throws ProviderFailure {
    Result<DescribeSecretResponse> found = describe(id);
    // Without the permission to look, the likely reason of the refusal has to do.
    return found.failed(Kind.MISSING)
        || found.failed(Kind.DENIED)
        || calls.answer(found, DESCRIBE).deletedDate() != null;
  }

  private SecretDocument document(
      String id,
      @Nullable String text,
      @Nullable SdkBytes binary,
      List<String> labels,
      @Nullable String version)
      throws ProviderFailure {
    String payload = text == null && binary != null ? Marks.base64(binary) : text;
    if (payload == null || version == null) {
      throw SecretCalls.nonsense();
    }
    String type = Marks.typeOfLabels(labels);
    return new SecretDocument(payload, type == null ? taggedType(id) : type, Optional.of(version));
  }

  /** The type of a secret whose version another tool wrote. */
  private String taggedType(String id) throws ProviderFailure {
    Result<DescribeSecretResponse> found = describe(id);
    if (found.failed(Kind.DENIED) || found.failed(Kind.MISSING)) {
      return Marks.typeOfTags(List.of());
    }
    return Marks.typeOfTags(calls.answer(found, DESCRIBE).tags());
  }

  /** Reads several secrets, twenty a call; empty when batches are not allowed. */
  Optional<Map<String, SecretDocument>> batches(List<String> ids) throws ProviderFailure {
    Map<String, SecretDocument> documents = new LinkedHashMap<>();
    for (int from = 0; from < ids.size(); from += LARGEST_BATCH) {
      if (!batch(ids.subList(from, Math.min(ids.size(), from + LARGEST_BATCH)), documents)) {
        return Optional.empty();
      }
    }
    return Optional.of(documents);
  }

  private boolean batch(List<String> batch, Map<String, SecretDocument> documents)
      throws ProviderFailure {
    int answered = 0;
    String next = null;
    do {
      String token = next;
      Result<BatchGetSecretValueResponse> result =
          calls.tried(
              aws ->
                  aws.batchGetSecretValue(request -> request.secretIdList(batch).nextToken(token)));
      if (result.failed(Kind.DENIED)) {
        return false;
      }
      BatchGetSecretValueResponse page = calls.answer(result, "secretsmanager:BatchGetSecretValue");
      for (SecretValueEntry value : page.secretValues()) {
        if (value.name() == null || !batch.contains(value.name())) {
          throw SecretCalls.nonsense();
        }
        documents.put(
            value.name(),
            document(
                value.name(),
                value.secretString(),
                value.secretBinary(),
                value.versionStages(),
                value.versionId()));
        answered++;
      }
      for (APIErrorType error : page.errors()) {
        checkAbsent(error, batch);
        answered++;
      }
      next = page.nextToken();
    } while (next != null);
    if (answered != batch.size()) {
      // What was neither found nor said to be missing is not missing.
      throw SecretCalls.nonsense();
    }
    return true;
  }

  /** Each secret of a batch fails for itself, in an answer that succeeded. */
  private void checkAbsent(APIErrorType error, List<String> batch) throws ProviderFailure {
    String id = error.secretId();
    if (id == null || !batch.contains(id)) {
      throw SecretCalls.nonsense();
    }
    AwsFailure failure = AwsFailure.of(error.errorCode(), error.message());
    boolean absent =
        failure.kind() == Kind.MISSING || (failure.kind() == Kind.STATE && isDeleted(id));
    if (!absent) {
      ProviderFailure told = calls.failure(failure, READ);
      throw new ProviderFailure(told.kind(), told.detail() + " for '" + id + "'", told.fix());
    }
  }
}
