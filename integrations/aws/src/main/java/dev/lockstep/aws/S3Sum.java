package dev.lockstep.aws;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.ChecksumType;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;

/**
 * The sum of what is read, and what it has to be: the CRC-32C that S3 keeps. Stores that keep none
 * have the MD5 of what came in one piece as its ETag, if they did not encrypt it with another key.
 * Where neither is there, everything is as expected.
 */
final class S3Sum {
  private static final int MD5_DIGITS = 32;

  private final CRC32C crc = new CRC32C();
  private final @Nullable MessageDigest md5;
  private final @Nullable String expected;

  private S3Sum(@Nullable MessageDigest md5, @Nullable String expected) {
    this.md5 = md5;
    this.expected = expected;
  }

  static S3Sum of(GetObjectResponse response) {
    String etag = response.eTag() == null ? "" : response.eTag().replace("\"", "");
    String crc = response.checksumCRC32C();
    if (crc != null) {
      // A sum of sums, which other tools give to what they send in parts, says nothing of the
      // whole. Stores that do not tell which one it is have a dash in the tag of such an object.
      boolean ofWhole =
          response.checksumType() == null
              ? etag.indexOf('-') < 0
              : response.checksumType() == ChecksumType.FULL_OBJECT;
      return new S3Sum(null, ofWhole ? crc : null);
    }
    ServerSideEncryption encryption = response.serverSideEncryption();
    boolean isMd5 =
        etag.length() == MD5_DIGITS
            && (encryption == null || encryption == ServerSideEncryption.AES256)
            && response.sseCustomerAlgorithm() == null;
    return isMd5 ? new S3Sum(md5(), etag) : new S3Sum(null, null);
  }

  private static MessageDigest md5() {
    try {
      return MessageDigest.getInstance("MD5");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has MD5.", e);
    }
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
        || expected.equals(
            md5 == null
                ? S3Upload.base64((int) crc.getValue())
                : HexFormat.of().formatHex(md5.digest()));
  }
}
