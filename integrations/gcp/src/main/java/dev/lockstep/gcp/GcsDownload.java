package dev.lockstep.gcp;

import com.google.api.client.http.GenericUrl;
import com.google.api.client.http.HttpHeaders;
import com.google.api.client.http.HttpResponse;
import com.google.api.client.http.HttpResponseException;
import dev.lockstep.artifact.bucket.BucketDownload;
import dev.lockstep.artifact.bucket.ObjectSum;
import dev.lockstep.gcp.GoogleFailure.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A file on its way from Cloud Storage, all of it from one generation of the object. */
final class GcsDownload extends BucketDownload {
  private static final String STORED_ENCODING = "x-goog-stored-content-encoding";

  private final GcsCalls calls;
  private final String object;
  private final String generation;
  private @Nullable HttpResponse response;

  private GcsDownload(GcsCalls calls, String object, HttpResponse response) throws IOException {
    super(
        calls.location(),
        object,
        length(response.getHeaders()),
        ObjectSum.crc32c(crc32c(response.getHeaders())),
        calls.attempts(),
        response.getContent());
    this.calls = calls;
    this.object = object;
    this.response = response;
    this.generation =
        Objects.requireNonNullElse(
            response.getHeaders().getFirstHeaderStringValue("x-goog-generation"), "");
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
  protected @Nullable InputStream rest(long place) throws IOException {
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
    if (place > 0 && next.getStatusCode() != 206) {
      release(false);
      throw calls.failure(
          "read",
          object,
          new GoogleFailure(Kind.INVALID, "it does not go on where it was cut", "run it again"));
    }
    return next.getContent();
  }

  /** Ends the connection in any case: no call of Cloud Storage keeps its own. */
  @Override
  protected void release(boolean whole) {
    HttpResponse open = response;
    response = null;
    if (open != null) {
      try {
        open.disconnect();
      } catch (IOException e) {
        // It is of no use any more.
      }
    }
  }

  @Override
  protected IOException unreachable(String reason) {
    return calls.failure("read", object, new GoogleFailure(Kind.UNREACHABLE, reason, ""));
  }
}
