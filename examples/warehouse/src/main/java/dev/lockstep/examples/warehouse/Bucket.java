package dev.lockstep.examples.warehouse;

import dev.lockstep.secret.AwsSecret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A folder that stands in for a bucket. It wants every object signed, as S3 does: the key is used
 * in memory to make a signature, and only the signature leaves the step.
 */
final class Bucket {
  private static final String ALGORITHM = "HmacSHA256";

  private final Path folder;

  Bucket(Path folder) {
    this.folder = folder;
  }

  /** Stores an object, and beside it the signature. */
  Path put(String name, String content, AwsSecret credentials) throws IOException {
    Path file = folder.resolve(name).toAbsolutePath().normalize();
    Files.createDirectories(file.getParent());
    String day = DateTimeFormatter.BASIC_ISO_DATE.format(LocalDate.now(ZoneOffset.UTC));
    Files.writeString(
        file.resolveSibling(file.getFileName() + ".signature"),
        day + "/" + signature(day, name + "\n" + content, credentials) + "\n");
    return Files.writeString(file, content);
  }

  /** The chain of keys is the one of AWS's Signature Version 4. */
  static String signature(String day, String text, AwsSecret credentials) {
    byte[] key = ("AWS4" + credentials.secretAccessKey().reveal()).getBytes(StandardCharsets.UTF_8);
    for (String part : new String[] {day, "eu-central-1", "s3", "aws4_request", text}) {
      key = sign(key, part);
    }
    return HexFormat.of().formatHex(key);
  }

  private static byte[] sign(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      // Every JDK has it; and the text of the failure could tell of the key.
      throw new IllegalStateException("This JDK lacks " + ALGORITHM + ".");
    }
  }
}
