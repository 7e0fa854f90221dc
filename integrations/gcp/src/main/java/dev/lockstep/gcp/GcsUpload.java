package dev.lockstep.gcp;

import com.google.api.client.http.ByteArrayContent;
import com.google.api.client.http.GenericUrl;
import com.google.api.client.http.HttpContent;
import com.google.api.client.http.HttpHeaders;
import com.google.api.client.http.HttpResponse;
import com.google.api.client.http.MultipartContent;
import dev.lockstep.artifact.bucket.ObjectSum;
import dev.lockstep.gcp.GoogleFailure.Kind;
import dev.lockstep.json.Json;
import dev.lockstep.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * A file on its way to Cloud Storage: in one request when it is small, else as a <a
 * href="https://cloud.google.com/storage/docs/performing-resumable-uploads">resumable upload</a>
 * whose last chunk makes the object. Of a large file only one chunk is in memory. Cloud Storage
 * compares the content with the sum that is sent, and makes no object when it differs.
 *
 * <p>No condition is set on what is there: of several that write one file the last one wins, whole,
 * and one that repeats its request after a lost answer writes the same again.
 */
final class GcsUpload extends OutputStream {
  /** A multiple of 256 KiB, as all chunks but the last have to be. */
  static final int CHUNK = 8 << 20;

  private static final int FIRST_BUFFER = 16 << 10;
  private static final String WRITTEN = "written";
  private static final String BYTES = "application/octet-stream";

  private final GcsCalls calls;
  private final String object;
  private final Consumer<GcsUpload> ended;
  private final CRC32C sum = new CRC32C();
  private byte[] buffer = new byte[FIRST_BUFFER];
  private int buffered;
  private long sent;
  private @Nullable String session;
  private boolean closed;
  private boolean failed;

  /**
   * Starts a file; nothing is sent yet.
   *
   * @param ended told once it is written or given up
   */
  GcsUpload(GcsCalls calls, String object, Consumer<GcsUpload> ended) {
    this.calls = calls;
    this.object = object;
    this.ended = ended;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public synchronized void write(byte[] bytes, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, bytes.length);
    if (closed || failed) {
      throw new IOException("The file '" + object + "' is closed.");
    }
    int from = offset;
    int left = length;
    while (left > 0) {
      // Only when more comes: the last chunk, which makes the object, must not be empty.
      if (buffered == CHUNK) {
        sendChunk(false);
      }
      int some = Math.min(left, CHUNK - buffered);
      if (buffered + some > buffer.length) {
        buffer =
            Arrays.copyOf(buffer, Math.min(CHUNK, Math.max(buffer.length * 2, buffered + some)));
      }
      System.arraycopy(bytes, from, buffer, buffered, some);
      buffered += some;
      from += some;
      left -= some;
    }
    sum.update(bytes, offset, length);
  }

  @Override
  public synchronized void close() throws IOException {
    if (closed) {
      return;
    }
    closed = true;
    if (failed) {
      return; // It was said when it failed.
    }
    try {
      if (session == null) {
        sendWhole();
      } else {
        sendChunk(true);
      }
    } finally {
      buffer = new byte[0];
      ended.accept(this);
    }
  }

  /** Gives the file up: nothing of it remains. */
  synchronized void abandon() {
    if (closed || failed) {
      return;
    }
    fail();
  }

  private void fail() {
    failed = true;
    buffer = new byte[0];
    ended.accept(this);
    if (session != null) {
      try {
        calls.sendToUpload("DELETE", session, null, new HttpHeaders()).disconnect();
      } catch (IOException e) {
        // Cloud Storage drops it after a week, and it was never an object.
      }
    }
  }

  private void sendWhole() throws IOException {
    byte[] content = Arrays.copyOf(buffer, buffered);
    String crc32c = ObjectSum.base64(sum);
    GenericUrl url = calls.objects(true);
    url.set("uploadType", "multipart");
    checked(
        call(
            () ->
                calls.json(
                    "POST",
                    url,
                    new MultipartContent()
                        .addPart(part(GcsCalls.jsonContent(metadata(crc32c))))
                        .addPart(part(new ByteArrayContent(BYTES, content))))));
  }

  private static MultipartContent.Part part(HttpContent content) {
    return new MultipartContent.Part(new HttpHeaders().setAcceptEncoding(null), content);
  }

  private Map<String, Object> metadata(@Nullable String crc32c) {
    return crc32c == null
        ? Map.of("name", object, "contentType", BYTES)
        : Map.of("name", object, "contentType", BYTES, "crc32c", crc32c);
  }

  private void begin() throws IOException {
    GenericUrl url = calls.objects(true);
    url.set("uploadType", "resumable");
    session =
        call(
            () -> {
              HttpResponse response =
                  calls.send("POST", url, GcsCalls.jsonContent(metadata(null)), new HttpHeaders());
              String address = response.getHeaders().getLocation();
              response.disconnect();
              if (address == null) {
                throw new GoogleFailure(Kind.UNREACHABLE, "no address to upload to", "");
              }
              return address;
            });
  }

  /** Sends what is buffered, from where Cloud Storage has the rest. */
  private void sendChunk(boolean last) throws IOException {
    boolean done = false;
    try {
      if (session == null) {
        begin();
      }
      String address = Objects.requireNonNull(session, "begun above");
      long end = sent + buffered;
      boolean[] asked = {false};
      JsonObject made =
          call(
              () -> {
                // Before a further attempt Cloud Storage is asked how much has arrived.
                Progress progress = asked[0] ? ask(address) : new Progress(sent, null);
                asked[0] = true;
                while (progress.made == null && (last || progress.arrived < end)) {
                  progress = send(address, progress.arrived, last);
                }
                return progress.made == null ? new JsonObject(Map.of()) : progress.made;
              });
      sent = end;
      buffered = 0;
      if (last) {
        checked(made);
      }
      done = true;
    } finally {
      if (!done) {
        fail();
      }
    }
  }

  /** How far an upload is: what has arrived, and the object once it is made. */
  private record Progress(long arrived, @Nullable JsonObject made) {}

  private Progress ask(String address) throws GoogleFailure, IOException {
    HttpHeaders headers = new HttpHeaders().setContentRange("bytes */*");
    return progress(
        calls.sendToUpload("PUT", address, new ByteArrayContent(BYTES, new byte[0]), headers));
  }

  private Progress send(String address, long from, boolean last) throws GoogleFailure, IOException {
    int skip = (int) (from - sent);
    long end = sent + buffered;
    // When all has arrived, the size alone ends the upload.
    String range = from < end ? from + "-" + (end - 1) : "*";
    HttpHeaders headers =
        new HttpHeaders().setContentRange("bytes " + range + "/" + (last ? end : "*"));
    if (last) {
      headers.set("X-Goog-Hash", "crc32c=" + ObjectSum.base64(sum));
    }
    Progress progress =
        progress(
            calls.sendToUpload(
                "PUT",
                address,
                new ByteArrayContent(BYTES, buffer, skip, buffered - skip),
                headers));
    if (progress.made == null && progress.arrived <= from) {
      throw new GoogleFailure(Kind.UNREACHABLE, "nothing of a chunk has arrived", "");
    }
    return progress;
  }

  private Progress progress(HttpResponse response) throws GoogleFailure, IOException {
    try {
      int status = response.getStatusCode();
      if (status == 200 || status == 201) {
        try (InputStream in = response.getContent()) {
          return new Progress(sent + buffered, Json.readObject(in));
        }
      }
      if (status != 308) {
        GoogleFailure failure = GcsCalls.failure(response);
        throw failure.kind() == Kind.MISSING || status == 410
            ? new GoogleFailure(
                Kind.INVALID, "Cloud Storage has given the upload up", "run it again")
            : failure;
      }
      String range = response.getHeaders().getRange();
      long arrived =
          range == null ? 0 : Long.parseLong(range.substring(range.lastIndexOf('-') + 1)) + 1;
      if (arrived < sent || arrived > sent + buffered) {
        throw new GoogleFailure(
            Kind.INVALID, "Cloud Storage has lost a part of the upload", "run it again");
      }
      return new Progress(arrived, null);
    } catch (NumberFormatException e) {
      throw new GoogleFailure(Kind.UNREACHABLE, "no answer that can be understood", "");
    } finally {
      response.disconnect();
    }
  }

  private <T> T call(GcsCalls.Attempt<T> attempt) throws IOException {
    try {
      return calls.tried(attempt);
    } catch (GoogleFailure failure) {
      throw failure.kind() == Kind.MISSING
          ? calls.noBucket(WRITTEN, object)
          : calls.failure(WRITTEN, object, failure);
    }
  }

  /** That what was stored has our sum. */
  private void checked(JsonObject made) throws IOException {
    if (!made.string("crc32c", "").equals(ObjectSum.base64(sum))) {
      throw new IOException(
          calls.location().uri(object)
              + " was damaged on its way: Cloud Storage has another sum for it. Fix: run it again.");
    }
  }
}
