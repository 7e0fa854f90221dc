package dev.lockstep.gcp;

import com.google.api.client.http.GenericUrl;
import com.google.api.client.http.HttpHeaders;
import com.google.api.client.http.HttpResponse;
import com.google.api.client.http.HttpResponseException;
import dev.lockstep.gcp.GoogleFailure.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * A file on its way from Cloud Storage. When the connection is cut it goes on where it was, in the
 * same generation of the object; at its end its sum is compared with the one that is stored.
 */
final class GcsDownload extends InputStream {
  private static final String STORED_ENCODING = "x-goog-stored-content-encoding";

  private final GcsCalls calls;
  private final String object;
  private final String generation;
  private final long length;
  private final @Nullable String expected;
  private final CRC32C sum = new CRC32C();
  private @Nullable HttpResponse response;
  private @Nullable InputStream body;
  private long place;
  private boolean closed;

  private GcsDownload(GcsCalls calls, String object, HttpResponse response) throws IOException {
    HttpHeaders headers = response.getHeaders();
    this.calls = calls;
    this.object = object;
    this.response = response;
    this.generation =
        Objects.requireNonNullElse(headers.getFirstHeaderStringValue("x-goog-generation"), "");
    this.length = length(headers);
    this.expected = crc32c(headers);
    this.body = response.getContent();
  }

  /**
   * Asks for a file.
   *
   * @throws GoogleFailure as missing or denied when the answer says so, but not in Cloud Storage's
   *     own words: those for downloads are plain text, as any gateway might send
   */
  static GcsDownload of(GcsCalls calls, String object) throws GoogleFailure, IOException {
    HttpResponse response = calls.tried(() -> get(calls, object, "", 0));
    String encoding = response.getHeaders().getFirstHeaderStringValue(STORED_ENCODING);
    if (encoding != null && !encoding.equals("identity")) {
      // It arrives unpacked, without a length and with the sum of what is stored.
      response.disconnect();
      throw new GoogleFailure(
          Kind.INVALID,
          "it was stored with a content encoding, by another tool",
          "store it again without one, such as without gcloud's --gzip-local");
    }
    return new GcsDownload(calls, object, response);
  }

  private static HttpResponse get(GcsCalls calls, String object, String generation, long from)
      throws GoogleFailure, IOException {
    GenericUrl url = calls.object(object);
    url.set("alt", "media");
    if (!generation.isEmpty()) {
      url.set("generation", generation);
    }
    HttpHeaders headers = new HttpHeaders().setAcceptEncoding(null);
    if (from > 0) {
      headers.setRange("bytes=" + from + "-");
    }
    try {
      return calls.send("GET", url, null, headers);
    } catch (HttpResponseException e) {
      int status = e.getStatusCode();
      if (status == 404) {
        throw new GoogleFailure(Kind.MISSING, "HTTP 404", "");
      }
      if (status == 401 || status == 403) {
        throw new GoogleFailure(Kind.DENIED, "HTTP " + status, "");
      }
      throw e;
    }
  }

  /** What is between may send it on in another form, without a length. */
  private static long length(HttpHeaders headers) throws IOException {
    Long sent = headers.getContentLength();
    if (sent != null) {
      return sent;
    }
    String stored = headers.getFirstHeaderStringValue("x-goog-stored-content-length");
    try {
      return Long.parseLong(Objects.requireNonNullElse(stored, ""));
    } catch (NumberFormatException e) {
      throw new IOException("The answer does not say how long it is.");
    }
  }

  private static @Nullable String crc32c(HttpHeaders headers) {
    List<String> lines = headers.getHeaderStringValues("x-goog-hash");
    for (String line : lines) {
      for (String hash : line.split(",", -1)) {
        if (hash.strip().startsWith("crc32c=")) {
          return hash.strip().substring("crc32c=".length());
        }
      }
    }
    return null;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] bytes, int offset, int size) throws IOException {
    Objects.checkFromIndexSize(offset, size, bytes.length);
    if (closed) {
      throw new IOException("The file '" + object + "' is closed.");
    }
    if (size == 0) {
      return 0;
    }
    if (place == length) {
      return end();
    }
    for (int cuts = 1; ; cuts++) {
      int read = readSome(bytes, offset, (int) Math.min(size, length - place));
      if (read > 0) {
        sum.update(bytes, offset, read);
        place += read;
        return read;
      }
      if (cuts >= calls.attempts()) {
        throw calls.failure(
            "read",
            object,
            new GoogleFailure(Kind.UNREACHABLE, "the transfer is cut again and again", ""));
      }
      if (cuts > 1) {
        calls.pause(cuts, null);
      }
      resume();
    }
  }

  /** How many bytes were read; none or less when the transfer was cut. */
  private int readSome(byte[] bytes, int offset, int size) {
    if (body == null) {
      return -1;
    }
    try {
      return body.read(bytes, offset, size);
    } catch (IOException e) {
      return -1;
    }
  }

  private void resume() throws IOException {
    disconnect();
    HttpResponse next;
    try {
      next = calls.tried(() -> get(calls, object, generation, place));
    } catch (GoogleFailure failure) {
      throw calls.failure(
          "read",
          object,
          failure.kind() == Kind.MISSING
              ? new GoogleFailure(Kind.PRECONDITION, failure.detail(), "")
              : failure);
    }
    response = next;
    body = next.getContent();
    if (place > 0 && next.getStatusCode() != 206) {
      disconnect();
      throw calls.failure(
          "read",
          object,
          new GoogleFailure(Kind.INVALID, "it does not go on where it was cut", "run it again"));
    }
  }

  private int end() throws IOException {
    if (expected != null && !expected.equals(GcsUpload.base64((int) sum.getValue()))) {
      throw new IOException(
          calls.location().uri(object)
              + " was damaged on its way: its sum is not the one that Cloud Storage has. Fix: run"
              + " it again.");
    }
    return -1;
  }

  @Override
  public void close() {
    closed = true;
    disconnect();
  }

  /** Ends the connection, which would else be read to its end. */
  private void disconnect() {
    HttpResponse open = response;
    response = null;
    body = null;
    if (open != null) {
      try {
        open.disconnect();
      } catch (IOException e) {
        // It is of no use any more.
      }
    }
  }
}
