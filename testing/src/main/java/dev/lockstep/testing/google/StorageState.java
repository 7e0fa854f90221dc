package dev.lockstep.testing.google;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The buckets with their objects, and the uploads that are under way. */
final class StorageState {
  /** So few that clients have to page, where the real service gives 1,000. */
  private static final int LARGEST_PAGE = 250;

  private final Map<String, NavigableMap<String, StoredObject>> buckets = new TreeMap<>();
  private final Map<String, StorageUpload> uploads = new HashMap<>();

  /** What finished uploads became, for clients that have lost the answer and ask again. */
  private final Map<String, StoredObject> finished = new HashMap<>();

  private long generations = 1_700_000_000_000_000L;
  private int uploadIds;

  synchronized void createBucket(String bucket) {
    buckets.putIfAbsent(bucket, new TreeMap<>());
  }

  synchronized List<String> objects(String bucket) throws Refusal {
    return List.copyOf(bucket(bucket).keySet());
  }

  synchronized int uploads() {
    return uploads.size();
  }

  synchronized StoredObject insert(
      String bucket, String name, byte[] content, String crc32c, String ifGenerationMatch)
      throws Refusal {
    checkName(name);
    NavigableMap<String, StoredObject> objects = bucket(bucket);
    checkGeneration(objects.get(name), ifGenerationMatch);
    StoredObject object = StoredObject.of(bucket, name, content.clone(), generations++);
    if (!crc32c.isEmpty() && !crc32c.equals(object.crc32c())) {
      throw SecretRules.invalid(
          "Provided CRC32C \"" + crc32c + "\" doesn't match calculated CRC32C.");
    }
    objects.put(name, object);
    return object;
  }

  /** Begins an upload and gives its id. */
  synchronized String begin(String bucket, String name, String crc32c, String ifGenerationMatch)
      throws Refusal {
    checkName(name);
    checkGeneration(bucket(bucket).get(name), ifGenerationMatch);
    String id = "upload-" + ++uploadIds;
    uploads.put(
        id,
        new StorageUpload(bucket, name, crc32c, ifGenerationMatch, new ByteArrayOutputStream()));
    return id;
  }

  synchronized void cancel(String id) throws Refusal {
    upload(id);
    uploads.remove(id);
  }

  /** How much of an upload has arrived. */
  synchronized int received(String id) throws Refusal {
    return upload(id).received().size();
  }

  /**
   * Takes a chunk.
   *
   * @param crc32c what the whole content has to have, or the empty text
   * @return the object once it is whole, else null
   */
  synchronized @Nullable StoredObject take(
      String id, ContentRange range, byte[] chunk, String crc32c) throws Refusal {
    StoredObject done = finished.get(id);
    if (done != null) {
      return done;
    }
    StorageUpload upload = upload(id);
    ByteArrayOutputStream received = upload.received();
    if (range.hasBytes()) {
      if (range.first() > received.size()) {
        throw SecretRules.invalid("The chunk leaves a gap.");
      }
      if (chunk.length != range.last() - range.first() + 1) {
        throw SecretRules.invalid("The chunk has another length than Content-Range says.");
      }
      if (range.total() < 0 && chunk.length % (256 * 1024) != 0) {
        throw SecretRules.invalid("All chunks but the last have to be multiples of 256 KiB.");
      }
      // What was received already is not taken again.
      int known = received.size() - (int) range.first();
      if (known < chunk.length) {
        received.write(chunk, known, chunk.length - known);
      }
    }
    if (range.total() < 0 || received.size() < range.total()) {
      return null;
    }
    StoredObject object =
        insert(
            upload.bucket(),
            upload.name(),
            received.toByteArray(),
            crc32c.isEmpty() ? upload.crc32c() : crc32c,
            upload.ifGenerationMatch());
    uploads.remove(id);
    finished.put(id, object);
    return object;
  }

  synchronized StoredObject get(String bucket, String name, String generation, String match)
      throws Refusal {
    StoredObject object = bucket(bucket).get(name);
    if (object == null
        || !(generation.isEmpty() || generation.equals(Long.toString(object.generation())))) {
      throw new Refusal(GoogleStatus.NOT_FOUND, "No such object: " + bucket + "/" + name);
    }
    checkGeneration(object, match);
    return object;
  }

  synchronized void delete(String bucket, String name, String generation, String match)
      throws Refusal {
    get(bucket, name, generation, match);
    bucket(bucket).remove(name);
  }

  synchronized Map<String, Object> list(
      String bucket, String prefix, String wantedSize, String token) throws Refusal {
    int size = Pages.size(wantedSize, LARGEST_PAGE, LARGEST_PAGE);
    NavigableMap<String, StoredObject> objects = bucket(bucket);
    List<String> names = new ArrayList<>();
    for (String name : objects.tailMap(prefix, true).keySet()) {
      if (!name.startsWith(prefix)) {
        break;
      }
      names.add(name);
    }
    List<String> page = Pages.page(names, token, size);
    List<Map<String, Object>> elements = new ArrayList<>();
    for (String name : page) {
      StoredObject object = objects.get(name);
      if (object != null) {
        elements.add(object.json());
      }
    }
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("kind", "storage#objects");
    answer.putAll(Pages.answer("items", elements, Pages.next(names, page)));
    return answer;
  }

  synchronized void checkBucket(String name) throws Refusal {
    bucket(name);
  }

  private NavigableMap<String, StoredObject> bucket(String name) throws Refusal {
    NavigableMap<String, StoredObject> bucket = buckets.get(name);
    if (bucket == null) {
      throw new Refusal(GoogleStatus.NOT_FOUND, "The specified bucket does not exist.");
    }
    return bucket;
  }

  private StorageUpload upload(String id) throws Refusal {
    StorageUpload upload = uploads.get(id);
    if (upload == null) {
      throw new Refusal(GoogleStatus.NOT_FOUND, "No such upload.");
    }
    return upload;
  }

  private static void checkGeneration(@Nullable StoredObject there, String ifGenerationMatch)
      throws Refusal {
    String generation = there == null ? "0" : Long.toString(there.generation());
    if (!ifGenerationMatch.isEmpty() && !ifGenerationMatch.equals(generation)) {
      throw new Refusal(
          GoogleStatus.FAILED_PRECONDITION,
          "At least one of the pre-conditions you specified did not hold.");
    }
  }

  /** After https://cloud.google.com/storage/docs/objects#naming. */
  private static void checkName(String name) throws Refusal {
    if (name.isEmpty()
        || name.getBytes(StandardCharsets.UTF_8).length > 1024
        || name.indexOf('\n') >= 0
        || name.indexOf('\r') >= 0
        || name.equals(".")
        || name.equals("..")
        || name.startsWith(".well-known/acme-challenge/")) {
      throw SecretRules.invalid("Invalid object name.");
    }
  }
}
