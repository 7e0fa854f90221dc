package dev.lockstep.artifact.bucket;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/** The sum of an object's content as it is read, and what it has to be, where that is known. */
public final class ObjectSum {
  private final CRC32C crc = new CRC32C();
  private final @Nullable MessageDigest md5;
  private final @Nullable String expected;

  private ObjectSum(@Nullable MessageDigest md5, @Nullable String expected) {
    this.md5 = md5;
    this.expected = expected;
  }

  /**
   * A CRC-32C.
   *
   * @param expected as {@link #base64} writes it; null when any is as expected
   */
  public static ObjectSum crc32c(@Nullable String expected) {
    return new ObjectSum(null, expected);
  }

  /**
   * An MD5.
   *
   * @param expected in hexadecimal digits
   */
  public static ObjectSum md5(String expected) {
    try {
      return new ObjectSum(MessageDigest.getInstance("MD5"), expected);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has MD5.", e);
    }
  }

  /** A CRC-32C as S3 and Cloud Storage write it: big-endian, in base64. */
  public static String base64(CRC32C sum) {
    byte[] bytes = ByteBuffer.allocate(4).putInt((int) sum.getValue()).array();
    return Base64.getEncoder().encodeToString(bytes);
  }

  void update(byte[] bytes, int offset, int length) {
    if (md5 == null) {
      crc.update(bytes, offset, length);
    } else {
      md5.update(bytes, offset, length);
    }
  }

  /** To be asked once, at the end. */
  boolean isAsExpected() {
    return expected == null
        || expected.equals(md5 == null ? base64(crc) : HexFormat.of().formatHex(md5.digest()));
  }
}
