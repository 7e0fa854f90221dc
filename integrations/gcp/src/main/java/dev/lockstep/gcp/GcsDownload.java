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
  private final GcsCalls calls;
  private final String object;
  private final String generation;
  private @Nullable HttpResponse response;

  private GcsDownload(GcsCalls calls, String object, HttpResponse response) throws IOException {
    super(
        calls.location(),
        object,
        Objects.requireNonNullElse(response.getHeaders().getContentLength(), 0L),
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
   * @throws GoogleFailure as missing when the answer says so, but not in Cloud Storage's own words:
   *     those for downloads are plain text, as any gateway might send
   */
  static GcsDownload of(GcsCalls calls, String object) throws GoogleFailure, IOException {
    return new GcsDownload(calls, object, calls.tried(() -> get(calls, object, "", 0)));
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
      if (e.getStatusCode() == 404) {
        throw new GoogleFailure(Kind.MISSING, "HTTP 404", "");
      }
      throw e;
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
