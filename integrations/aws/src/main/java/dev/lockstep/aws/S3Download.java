package dev.lockstep.aws;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.ChecksumMode;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/**
 * A file on its way from S3. When the connection is cut it goes on where it was, in the same
 * version of the object; at its end the sum is compared with the one that S3 keeps.
 */
final class S3Download extends InputStream {
  private final S3Calls calls;
  private final S3Location location;
  private final String key;
  private final String etag;
  private final long length;
  private final S3Sum sum;
  private @Nullable ResponseInputStream<GetObjectResponse> body;
  private long place;
  private boolean checked;
  private boolean closed;

  private S3Download(
      S3Calls calls, S3Location location, String key, ResponseInputStream<GetObjectResponse> body) {
    GetObjectResponse response = body.response();
    this.calls = calls;
    this.location = location;
    this.key = key;
    this.body = body;
    this.etag = response.eTag();
    this.length = response.contentLength();
    this.sum = S3Sum.of(response);
  }

  static S3Download of(S3Calls calls, S3Location location, String key) throws IOException {
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

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] bytes, int offset, int size) throws IOException {
    if (closed) {
      throw new IOException("The file '" + key + "' is closed.");
    }
    if (size == 0) {
      return 0;
    }
    if (place == length) {
      return end();
    }
    int cuts = 0;
    while (true) {
      int read = readSome(bytes, offset, (int) Math.min(size, length - place));
      if (read > 0) {
        sum.update(bytes, offset, read);
        place += read;
        return read;
      }
      if (++cuts >= calls.attempts()) {
        throw calls.failure(
            "read",
            key,
            new AwsFailure(AwsFailure.Kind.UNREACHABLE, "the transfer is cut again and again"));
      }
      if (cuts > 1) {
        calls.pause(cuts);
      }
      resume();
    }
  }

  /** The bytes read, or a negative number when the transfer was cut. */
  private int readSome(byte[] bytes, int offset, int size) {
    if (body == null) {
      return -1;
    }
    try {
      return body.read(bytes, offset, size);
    } catch (IOException | SdkException e) {
      return -1;
    }
  }

  private void resume() throws IOException {
    abort();
    body =
        calls.call(
            "read",
            key,
            s3 ->
                s3.getObject(
                    request ->
                        request
                            .bucket(location.bucket())
                            .key(key)
                            .ifMatch(etag)
                            .range("bytes=" + place + "-")));
  }

  private int end() throws IOException {
    if (!checked && !sum.isAsExpected()) {
      throw new IOException(
          location.uri(key)
              + " was damaged on its way: its sum is not the one that S3 keeps. Fix: run it again.");
    }
    checked = true;
    return -1;
  }

  @Override
  public void close() throws IOException {
    closed = true;
    if (place < length) {
      abort();
    } else if (body != null) {
      body.close();
      body = null;
    }
  }

  /** Ends the connection, which would else be read to its end. */
  private void abort() {
    if (body != null) {
      body.abort();
      body = null;
    }
  }
}
