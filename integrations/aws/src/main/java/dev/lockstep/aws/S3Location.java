package dev.lockstep.aws;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Where in S3 the files of a store lie.
 *
 * @param bucket the bucket
 * @param prefix what all keys begin with: empty, or ending with a slash
 */
record S3Location(String bucket, String prefix) {
  /** The bytes of the longest key, by S3's user guide. */
  private static final int LONGEST_KEY = 1024;

  /**
   * A prefix as it was configured, as it is used.
   *
   * @throws IllegalArgumentException when it has parts that no path has
   */
  static String prefix(String configured) {
    String prefix = configured;
    while (prefix.endsWith("/")) {
      prefix = prefix.substring(0, prefix.length() - 1);
    }
    if (prefix.isEmpty()) {
      return "";
    }
    if (!isPath(prefix)) {
      throw new IllegalArgumentException(
          "the attribute 'prefix' is not a path such as team/models");
    }
    return prefix + "/";
  }

  /** The key of a file. */
  String key(String path) throws IOException {
    if (!isPath(path)) {
      throw new IOException("The path '" + path + "' leads out of the artifact store.");
    }
    String key = prefix + path;
    int bytes = key.getBytes(StandardCharsets.UTF_8).length;
    if (bytes > LONGEST_KEY) {
      throw new IOException(
          "The path '"
              + path
              + "' is too long for S3: with the prefix it has "
              + bytes
              + " bytes, and a key has at most "
              + LONGEST_KEY
              + ". Fix: give the files shorter names, or the store a shorter prefix.");
    }
    return key;
  }

  /** As people write it. */
  String uri(String key) {
    return "s3://" + bucket + "/" + key;
  }

  private static boolean isPath(String path) {
    int start = 0;
    while (true) {
      int end = path.indexOf('/', start);
      String part = end < 0 ? path.substring(start) : path.substring(start, end);
      if (part.isEmpty() || part.equals(".") || part.equals("..")) {
        return false;
      }
      if (end < 0) {
        return true;
      }
      start = end + 1;
    }
  }
}
