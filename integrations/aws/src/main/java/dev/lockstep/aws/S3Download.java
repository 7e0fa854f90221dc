package dev.lockstep.aws;

import dev.lockstep.artifact.bucket.BucketDownload;
import dev.lockstep.artifact.bucket.BucketLocation;
import dev.lockstep.artifact.bucket.ObjectSum;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.model.ChecksumMode;
import software.amazon.awssdk.services.s3.model.ChecksumType;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;

/** A file on its way from S3, all of it from the version of the object that was found first. */
final class S3Download extends BucketDownload {
  private static final int MD5_DIGITS = 32;

  private final S3Calls calls;
  private final String bucket;
  private final String key;
  private final String etag;
  private @Nullable ResponseInputStream<GetObjectResponse> body;

  private S3Download(
      S3Calls calls,
      BucketLocation location,
      String key,
      ResponseInputStream<GetObjectResponse> body) {
    super(
        location,
        key,
        body.response().contentLength(),
        sum(body.response()),
        calls.attempts(),
        body);
    this.calls = calls;
    this.bucket = location.bucket();
    this.key = key;
    this.etag = body.response().eTag();
    this.body = body;
  }

  static S3Download of(S3Calls calls, BucketLocation location, String key) throws IOException {
    return new S3Download(
        calls,
        location,
        key,
        calls.call(
            "read",
            key,
            s3 ->
                s3.getObject(
                    request ->
                        request
                            .bucket(location.bucket())
                            .key(key)
                            .checksumMode(ChecksumMode.ENABLED))));
  }

  /**
   * The CRC-32C that S3 keeps. Stores that keep none have the MD5 of what came in one piece as its
   * ETag, if they did not encrypt it with another key. Where neither is there, everything is as
   * expected.
   */
  private static ObjectSum sum(GetObjectResponse response) {
    String etag = response.eTag() == null ? "" : response.eTag().replace("\"", "");
    String crc = response.checksumCRC32C();
    if (crc != null) {
      // A sum of sums, which other tools give to what they send in parts, says nothing of the
      // whole. Stores that do not tell which one it is have a dash in the tag of such an object.
      boolean ofWhole =
          response.checksumType() == null
              ? etag.indexOf('-') < 0
              : response.checksumType() == ChecksumType.FULL_OBJECT;
      return ObjectSum.crc32c(ofWhole ? crc : null);
    }
    ServerSideEncryption encryption = response.serverSideEncryption();
    boolean isMd5 =
        etag.length() == MD5_DIGITS
            && (encryption == null || encryption == ServerSideEncryption.AES256)
            && response.sseCustomerAlgorithm() == null;
    return isMd5 ? ObjectSum.md5(etag) : ObjectSum.crc32c(null);
  }

  @Override
  protected InputStream rest(long place) throws IOException {
    ResponseInputStream<GetObjectResponse> rest =
        calls.call(
            "read",
            key,
            s3 ->
                s3.getObject(
                    request ->
                        request
                            .bucket(bucket)
                            .key(key)
                            .ifMatch(etag)
                            .range("bytes=" + place + "-")));
    body = rest;
    return rest;
  }

  @Override
  protected void release(boolean whole) throws IOException {
    ResponseInputStream<GetObjectResponse> open = body;
    body = null;
    if (open != null && whole) {
      open.close();
    } else if (open != null) {
      open.abort();
    }
  }

  @Override
  protected IOException unreachable(String reason) {
    return calls.failure("read", key, new AwsFailure(AwsFailure.Kind.UNREACHABLE, reason));
  }
}
