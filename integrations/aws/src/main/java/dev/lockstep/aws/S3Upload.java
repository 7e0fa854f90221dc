package dev.lockstep.aws;

import dev.lockstep.artifact.bucket.ObjectSum;
import dev.lockstep.aws.S3Calls.CallFailure;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.ChecksumType;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;

/**
 * A file on its way to S3. Holds one part of it at most: a file that fits into that is sent when it
 * is closed, a larger one part by part.
 */
final class S3Upload extends OutputStream {
  /**
   * The first parts' size. S3 takes 10,000 parts, so that they grow with their number: to 2.4 TiB
   * in all.
   */
  private static final int PART = 8 << 20;

  /** So many parts are of one size before the next ones are larger. */
  private static final int SAME_SIZE = 1000;

  private static final int FIRST_BUFFER = 8 << 10;
  private static final String MARK = "lockstep-upload";
  private static final String TYPE = "application/octet-stream";

  private final S3Calls calls;
  private final String bucket;
  private final String key;
  private final Consumer<S3Upload> ended;
  private final CRC32C whole = new CRC32C();
  private final List<CompletedPart> parts = new ArrayList<>();
  private final String mark = UUID.randomUUID().toString();
  private byte[] buffer = new byte[FIRST_BUFFER];
  private int count;
  private long size;
  private @Nullable String upload;
  private boolean closed;
  private boolean failed;

  S3Upload(S3Calls calls, String bucket, String key, Consumer<S3Upload> ended) {
    this.calls = calls;
    this.bucket = bucket;
    this.key = key;
    this.ended = ended;
  }

  @Override
  public synchronized void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public synchronized void write(byte[] bytes, int offset, int length) throws IOException {
    if (closed || failed) {
      throw ended();
    }
    whole.update(bytes, offset, length);
    size += length;
    int from = offset;
    int left = length;
    while (left > 0) {
      int limit = limit();
      if (count == limit) {
        sendPart();
        continue;
      }
      int taken = Math.min(left, limit - count);
      reserve(count + taken, limit);
      System.arraycopy(bytes, from, buffer, count, taken);
      count += taken;
      from += taken;
      left -= taken;
    }
  }

  private IOException ended() {
    return new IOException(
        "The file '"
            + key
            + (failed
                ? "' could not be written, as was said before. Fix: see the first failure."
                : "' is closed."));
  }

  /** How large the next part is. */
  private int limit() {
    return PART << Math.min(parts.size() / SAME_SIZE, 6);
  }

  private void reserve(int needed, int limit) {
    if (needed > buffer.length) {
      buffer = Arrays.copyOf(buffer, Math.min(limit, Math.max(needed, buffer.length * 2)));
    }
  }

  @Override
  public synchronized void close() throws IOException {
    if (closed) {
      return;
    }
    closed = true;
    try {
      if (failed) {
        throw ended();
      }
      if (upload == null) {
        put();
      } else {
        sendPart();
        complete(upload);
      }
    } finally {
      buffer = new byte[0];
      ended.accept(this);
    }
  }

  private void put() throws IOException {
    try {
      Object unused =
          calls.call(
              "written",
              key,
              s3 ->
                  s3.putObject(
                      request ->
                          request
                              .bucket(bucket)
                              .key(key)
                              .checksumCRC32C(ObjectSum.base64(whole))
                              .contentType(TYPE),
                      body()));
    } catch (IOException e) {
      failed = true;
      throw e;
    }
  }

  private void sendPart() throws IOException {
    try {
      String id = upload == null ? begin() : upload;
      upload = id;
      CRC32C sum = new CRC32C();
      sum.update(buffer, 0, count);
      int number = parts.size() + 1;
      String etag =
          calls
              .call(
                  "written",
                  key,
                  s3 ->
                      s3.uploadPart(
                          request ->
                              request
                                  .bucket(bucket)
                                  .key(key)
                                  .uploadId(id)
                                  .partNumber(number)
                                  .checksumAlgorithm(ChecksumAlgorithm.CRC32_C)
                                  .checksumCRC32C(ObjectSum.base64(sum)),
                          body()))
              .eTag();
      parts.add(
          CompletedPart.builder()
              .partNumber(number)
              .eTag(etag)
              .checksumCRC32C(ObjectSum.base64(sum))
              .build());
      count = 0;
    } catch (IOException e) {
      throw abandoned(e);
    }
  }

  private String begin() throws IOException {
    return calls
        .call(
            "written",
            key,
            s3 ->
                s3.createMultipartUpload(
                    request ->
                        request
                            .bucket(bucket)
                            .key(key)
                            .contentType(TYPE)
                            .metadata(Map.of(MARK, mark))
                            .checksumAlgorithm(ChecksumAlgorithm.CRC32_C)
                            .checksumType(ChecksumType.FULL_OBJECT)))
        .uploadId();
  }

  private void complete(String id) throws IOException {
    try {
      Object unused =
          calls.tried(
              s3 ->
                  s3.completeMultipartUpload(
                      request ->
                          request
                              .bucket(bucket)
                              .key(key)
                              .uploadId(id)
                              .checksumCRC32C(ObjectSum.base64(whole))
                              .checksumType(ChecksumType.FULL_OBJECT)
                              .mpuObjectSize(size)
                              .multipartUpload(joined -> joined.parts(parts))));
    } catch (CallFailure e) {
      // The upload is gone when an answer was lost after S3 had joined the parts.
      if (e.failure().kind() == AwsFailure.Kind.MISSING && isThere()) {
        return;
      }
      throw abandoned(
          e.failure().kind() == AwsFailure.Kind.MISSING
              ? new IOException(
                  "The parts of '"
                      + key
                      + "' are gone (NoSuchUpload): something deletes unfinished uploads. Fix: let"
                      + " the bucket's lifecycle rule wait longer for them.")
              : calls.failure("written", key, e.failure()));
    } catch (IOException e) {
      throw abandoned(e);
    }
  }

  private boolean isThere() throws IOException {
    try {
      HeadObjectResponse head = calls.tried(s3 -> s3.headObject(r -> r.bucket(bucket).key(key)));
      return mark.equals(head.metadata().get(MARK)) && head.contentLength() == size;
    } catch (CallFailure e) {
      return false;
    }
  }

  private IOException abandoned(IOException failure) {
    failed = true;
    abandon();
    return failure;
  }

  /** Deletes the parts that were sent, which nobody sees but which cost money; never fails. */
  synchronized void abandon() {
    failed = true;
    String id = upload;
    upload = null;
    if (id != null) {
      try {
        Object unused =
            calls.tried(s3 -> s3.abortMultipartUpload(r -> r.bucket(bucket).key(key).uploadId(id)));
      } catch (CallFailure | IOException e) {
        return; // What is left is for the bucket's lifecycle rule, as after a killed process.
      }
    }
  }

  private RequestBody body() {
    byte[] bytes = buffer;
    int length = count;
    return RequestBody.fromContentProvider(
        () -> new ByteArrayInputStream(bytes, 0, length), length, TYPE);
  }
}
