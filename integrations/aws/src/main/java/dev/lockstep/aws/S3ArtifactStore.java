package dev.lockstep.aws;

import dev.lockstep.artifact.ArtifactStore;
import dev.lockstep.artifact.bucket.BucketLocation;
import dev.lockstep.aws.S3Calls.CallFailure;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.EncodingType;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Error;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * Artifacts as objects in S3. An object appears whole, or not at all: small files are sent in one
 * request, larger ones in parts that S3 joins when the file is closed. Sums are checked both ways.
 */
final class S3ArtifactStore implements ArtifactStore {
  private final BucketLocation location;
  private final S3Calls calls;
  private final Set<S3Upload> uploads = ConcurrentHashMap.newKeySet();

  S3ArtifactStore(
      String name, AwsSettings settings, BucketLocation location, boolean pathStyle, int attempts) {
    this.location = location;
    this.calls = new S3Calls(name, settings, location, pathStyle, attempts);
  }

  @Override
  public OutputStream create(String path) throws IOException {
    S3Upload upload =
        new S3Upload(calls, location.bucket(), location.object(path), uploads::remove);
    uploads.add(upload);
    return upload;
  }

  @Override
  public InputStream open(String path) throws IOException {
    return S3Download.of(calls, location, location.object(path));
  }

  @Override
  public void delete(String path) throws IOException {
    String key = location.object(path);
    delete(key, List.of(ObjectIdentifier.builder().key(key).build()));
    @Nullable String next = null;
    do {
      @Nullable String token = next;
      ListObjectsV2Response page =
          calls.call(
              "deleted",
              key,
              s3 ->
                  s3.listObjectsV2(
                      request ->
                          request
                              .bucket(location.bucket())
                              .prefix(key + "/")
                              // Else a key could break the answer's XML.
                              .encodingType(EncodingType.URL)
                              .continuationToken(token)));
      List<ObjectIdentifier> found = new ArrayList<>();
      for (S3Object object : page.contents()) {
        found.add(ObjectIdentifier.builder().key(object.key()).build());
      }
      delete(key, found);
      next = Boolean.TRUE.equals(page.isTruncated()) ? page.nextContinuationToken() : null;
    } while (next != null);
  }

  /** Deletes at most a page of objects; absent ones are no error. */
  private void delete(String path, List<ObjectIdentifier> objects) throws IOException {
    List<ObjectIdentifier> together = new ArrayList<>();
    for (ObjectIdentifier object : objects) {
      if (objects.size() > 1 && isXml(object.key())) {
        together.add(object);
      } else {
        deleteOne(object.key());
      }
    }
    if (together.isEmpty()) {
      return;
    }
    List<S3Error> errors;
    try {
      errors =
          calls
              .tried(
                  s3 ->
                      s3.deleteObjects(
                          r ->
                              r.bucket(location.bucket())
                                  .delete(d -> d.objects(together).quiet(true))))
              .errors();
    } catch (CallFailure e) {
      if (e.failure().kind() != AwsFailure.Kind.OTHER) {
        throw calls.failure("deleted", path, e.failure());
      }
      // Some stores beside AWS have no such call, or want a sum for it that the SDK does not send.
      for (ObjectIdentifier object : together) {
        deleteOne(object.key());
      }
      return;
    }
    for (S3Error error : errors) {
      // The answer came with 200; each object's own failure stands inside it.
      AwsFailure failure = AwsFailure.of(error.code(), error.message());
      if (failure.isPassing()) {
        deleteOne(error.key());
      } else if (failure.kind() != AwsFailure.Kind.MISSING) {
        throw calls.failure("deleted", error.key(), failure);
      }
    }
  }

  private void deleteOne(String key) throws IOException {
    Object unused =
        calls.call(
            "deleted", key, s3 -> s3.deleteObject(r -> r.bucket(location.bucket()).key(key)));
  }

  /** Whether a key can stand in XML 1.0, in which many are deleted at once. */
  private static boolean isXml(String key) {
    for (int i = 0; i < key.length(); i++) {
      char c = key.charAt(i);
      if (c < ' ' || c == '\uFFFE' || c == '\uFFFF') {
        return false;
      }
    }
    return true;
  }

  @Override
  public String location(String path) {
    return location.uri(location.prefix() + path);
  }

  /** Gives up the files that are not closed, and the connections. */
  @Override
  public void close() {
    for (S3Upload upload : uploads) {
      upload.abandon();
    }
    calls.close();
  }
}
