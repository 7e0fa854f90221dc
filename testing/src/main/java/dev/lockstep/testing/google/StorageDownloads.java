package dev.lockstep.testing.google;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** Downloads of objects' contents, whole or from some byte on, and what may go wrong with them. */
final class StorageDownloads {
  private static final String FROM = "bytes=";

  private final StorageState state;
  private volatile boolean cut;
  private volatile boolean damage;

  StorageDownloads(StorageState state) {
    this.state = state;
  }

  void cut(boolean wanted) {
    cut = wanted;
  }

  void damage(boolean wanted) {
    damage = wanted;
  }

  RestAnswer answer(String bucket, String name, RestRequest request) throws Refusal {
    StoredObject object =
        state.get(
            bucket, name, request.parameter("generation"), request.parameter("ifGenerationMatch"));
    byte[] content = object.content();
    String range = request.header("Range");
    int first = range == null ? 0 : first(range);
    if (range != null && first >= content.length) {
      return CloudStorageDouble.plain(
          416, "Requested range not satisfiable", "bytes */" + content.length);
    }
    byte[] part = Arrays.copyOfRange(content, first, content.length);
    if (damage && part.length > 0) {
      part[part.length / 2] ^= 1;
    }
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", "application/octet-stream");
    headers.put("X-Goog-Generation", Long.toString(object.generation()));
    headers.put("X-Goog-Hash", "crc32c=" + object.crc32c());
    headers.put("X-Goog-Stored-Content-Encoding", "identity");
    headers.put("X-Goog-Stored-Content-Length", Integer.toString(content.length));
    if (range != null) {
      headers.put(
          "Content-Range", "bytes " + first + "-" + (content.length - 1) + "/" + content.length);
    }
    return new RestAnswer(
        range == null ? 200 : 206, headers, part, cut ? part.length / 2 : part.length);
  }

  /** The first byte of {@code bytes=N-}, the only form that this double knows. */
  private static int first(String range) throws Refusal {
    if (range.startsWith(FROM) && range.endsWith("-")) {
      try {
        return Integer.parseInt(range.substring(FROM.length(), range.length() - 1));
      } catch (NumberFormatException e) {
        // Refused below.
      }
    }
    throw SecretRules.invalid("This double knows ranges 'bytes=N-' only.");
  }
}
