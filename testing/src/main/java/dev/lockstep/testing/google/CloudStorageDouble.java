package dev.lockstep.testing.google;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Google's Cloud Storage in the test's process, by its JSON interface: objects with generations,
 * preconditions and checksums, uploads in one request and resumable ones, downloads of ranges,
 * lists in pages. Any credentials will do.
 *
 * <pre>{@code
 * try (CloudStorageDouble google = CloudStorageDouble.start()) {
 *   google.createBucket("models");
 *   ...
 *   assertEquals(List.of("churn/model.json"), google.objects("models"));
 * }
 * }</pre>
 *
 * <p>Methods have the names of the <a
 * href="https://cloud.google.com/storage/docs/json_api/v1">reference</a>, such as {@code
 * objects.insert}; the chunks of a resumable upload are {@code objects.insert.chunk}. There are no
 * permissions, no other resources than buckets and objects, and no metadata of one's own.
 */
public final class CloudStorageDouble extends GoogleDouble {
  private final StorageState state = new StorageState();
  private final StorageDownloads downloads = new StorageDownloads(state);

  private CloudStorageDouble() {}

  /** Starts one without any bucket, on a free port of this machine. */
  public static CloudStorageDouble start() {
    return started(new CloudStorageDouble());
  }

  /** Makes a bucket, unless it is there. */
  public void createBucket(String bucket) {
    state.createBucket(bucket);
  }

  /**
   * The names of a bucket's objects, sorted.
   *
   * @throws IllegalArgumentException when there is no such bucket
   */
  public List<String> objects(String bucket) {
    try {
      return state.objects(bucket);
    } catch (Refusal refusal) {
      throw new IllegalArgumentException("There is no bucket '" + bucket + "'.", refusal);
    }
  }

  /** How many resumable uploads were begun and neither finished nor cancelled. */
  public int unfinishedUploads() {
    return state.uploads();
  }

  /** Whether from now on each download ends after half of what it should bring. */
  public void cutDownloads(boolean cut) {
    downloads.cut(cut);
  }

  /** Whether from now on each download has a byte that is not as it was stored. */
  public void damageDownloads(boolean damage) {
    downloads.damage(damage);
  }

  @Override
  RestAnswer answer(RestRequest request) throws Refusal {
    List<String> path = request.path();
    String verb = request.verb();
    if (path.size() == 6
        && path.get(0).equals("upload")
        && path.subList(1, 4).equals(List.of("storage", "v1", "b"))
        && path.get(5).equals("o")) {
      return upload(path.get(4), request);
    }
    if (path.size() >= 4 && path.subList(0, 3).equals(List.of("storage", "v1", "b"))) {
      String bucket = path.get(3);
      if (path.size() == 4 && verb.equals("GET")) {
        switches.arrive("buckets.get");
        state.checkBucket(bucket);
        return RestAnswer.json(Map.of("kind", "storage#bucket", "name", bucket));
      }
      if (path.size() == 5 && path.get(4).equals("o") && verb.equals("GET")) {
        switches.arrive("objects.list");
        return RestAnswer.json(
            state.list(
                bucket,
                request.parameter("prefix"),
                request.parameter("maxResults"),
                request.parameter("pageToken")));
      }
      if (path.size() == 6 && path.get(4).equals("o")) {
        return object(bucket, path.get(5), request);
      }
    }
    throw unknown();
  }

  private RestAnswer object(String bucket, String name, RestRequest request) throws Refusal {
    String generation = request.parameter("generation");
    String match = request.parameter("ifGenerationMatch");
    switch (request.verb()) {
      case "GET" -> {
        if (request.parameter("alt").equals("media")) {
          return download(bucket, name, request);
        }
        switches.arrive("objects.get");
        return RestAnswer.json(state.get(bucket, name, generation, match).json());
      }
      case "DELETE" -> {
        switches.arrive("objects.delete");
        state.delete(bucket, name, generation, match);
        return RestAnswer.empty(204, Map.of());
      }
      default -> throw unknown();
    }
  }

  private RestAnswer download(String bucket, String name, RestRequest request) throws Refusal {
    try {
      switches.arrive("objects.get");
      return downloads.answer(bucket, name, request);
    } catch (Refusal refusal) {
      int status = refusal.status().http();
      if (status >= 500 || status == 429) {
        throw refusal;
      }
      return plain(
          refusal.status() == GoogleStatus.FAILED_PRECONDITION ? 412 : status,
          refusal.text(),
          null);
    }
  }

  private RestAnswer upload(String bucket, RestRequest request) throws Refusal {
    String id = request.parameter("upload_id");
    if (!id.isEmpty()) {
      return request.verb().equals("DELETE") ? cancelled(id) : chunk(id, request);
    }
    if (!request.verb().equals("POST")) {
      throw unknown();
    }
    switches.arrive("objects.insert");
    String match = request.parameter("ifGenerationMatch");
    switch (request.parameter("uploadType")) {
      case "media" -> {
        return RestAnswer.json(
            state.insert(bucket, request.parameter("name"), request.body(), "", match).json());
      }
      case "multipart" -> {
        MultipartBody body = MultipartBody.of(request.header("Content-Type"), request.body());
        String name = body.metadata().string("name", request.parameter("name"));
        String crc32c = body.metadata().string("crc32c", "");
        return RestAnswer.json(state.insert(bucket, name, body.content(), crc32c, match).json());
      }
      case "resumable" -> {
        String name = request.json().string("name", request.parameter("name"));
        String crc32c = request.json().string("crc32c", "");
        String begun = state.begin(bucket, name, crc32c, match);
        // By the name under which it was asked, which may be a proxy's.
        String host = request.header("Host");
        String location =
            (host == null ? endpoint().toString() : "http://" + host)
                + "/upload/storage/v1/b/"
                + bucket
                + "/o?uploadType=resumable&upload_id="
                + begun;
        return RestAnswer.empty(200, Map.of("Location", location, "X-GUploader-UploadID", begun));
      }
      default -> throw SecretRules.invalid("Invalid upload type.");
    }
  }

  private RestAnswer cancelled(String id) throws Refusal {
    state.cancel(id);
    return RestAnswer.empty(499, Map.of());
  }

  private RestAnswer chunk(String id, RestRequest request) throws Refusal {
    switches.arrive("objects.insert.chunk");
    ContentRange range = ContentRange.of(request.header("Content-Range"), request.body().length);
    StoredObject object = state.take(id, range, request.body(), crc32c(request));
    if (object != null) {
      return RestAnswer.json(object.json());
    }
    int received = state.received(id);
    return RestAnswer.empty(
        308, received == 0 ? Map.of() : Map.of("Range", "bytes=0-" + (received - 1)));
  }

  private static String crc32c(RestRequest request) {
    String hash = request.header("X-Goog-Hash");
    return hash == null || !hash.startsWith("crc32c=") ? "" : hash.substring("crc32c=".length());
  }

  private static Refusal unknown() {
    return new Refusal(GoogleStatus.UNIMPLEMENTED, "This double knows no such method.");
  }

  /** Cloud Storage has names of its own for what is wrong, and another status for conditions. */
  @Override
  RestAnswer error(Refusal refusal) {
    int code = refusal.status() == GoogleStatus.FAILED_PRECONDITION ? 412 : refusal.status().http();
    String reason = reason(refusal.status());
    Map<String, Object> detail = new LinkedHashMap<>();
    detail.put("message", refusal.text());
    detail.put("domain", "global");
    detail.put("reason", reason);
    Map<String, Object> error = new LinkedHashMap<>();
    error.put("code", code);
    error.put("message", refusal.text());
    error.put("errors", List.of(detail));
    return RestAnswer.json(code, Map.of("error", error));
  }

  private static String reason(GoogleStatus status) {
    return switch (status) {
      case UNAUTHENTICATED -> "authError";
      case PERMISSION_DENIED -> "forbidden";
      case NOT_FOUND -> "notFound";
      case FAILED_PRECONDITION -> "conditionNotMet";
      case ALREADY_EXISTS, ABORTED -> "conflict";
      case RESOURCE_EXHAUSTED -> "rateLimitExceeded";
      case UNAVAILABLE, DEADLINE_EXCEEDED -> "backendError";
      case INTERNAL, UNIMPLEMENTED -> "internalError";
      case INVALID_ARGUMENT -> "invalid";
    };
  }

  /** Answers for downloads that went wrong are plain text. */
  static RestAnswer plain(int status, String text, @Nullable String range) {
    return new RestAnswer(
        status,
        range == null
            ? Map.of("Content-Type", "text/html; charset=UTF-8")
            : Map.of("Content-Type", "text/html; charset=UTF-8", "Content-Range", range),
        text.getBytes(StandardCharsets.UTF_8));
  }
}
