package dev.lockstep.testing.google;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32C;

/**
 * An object of Cloud Storage, which never changes: what is written again is another generation.
 *
 * @param crc32c of the content, as it was when it was stored
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record StoredObject(
    String bucket, String name, byte[] content, String crc32c, long generation, Instant created) {

  static StoredObject of(String bucket, String name, byte[] content, long generation) {
    return new StoredObject(bucket, name, content, crc32c(content), generation, Instant.now());
  }

  /** The checksum as Cloud Storage writes it: big-endian, in base64. */
  static String crc32c(byte[] content) {
    CRC32C crc = new CRC32C();
    crc.update(content);
    return Base64.getEncoder()
        .encodeToString(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
  }

  Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("kind", "storage#object");
    json.put("id", bucket + "/" + name + "/" + generation);
    json.put("name", name);
    json.put("bucket", bucket);
    json.put("generation", Long.toString(generation));
    json.put("metageneration", "1");
    json.put("size", Integer.toString(content.length));
    json.put("crc32c", crc32c);
    json.put("timeCreated", created.toString());
    json.put("updated", created.toString());
    return json;
  }
}
