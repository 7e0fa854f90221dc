package dev.lockstep.gcp;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Where in Cloud Storage the files of a store lie. A file's path is the end of its object's name,
 * but for control characters and {@code %}, which become {@code %} and their code as two
 * hexadecimal digits: some of them are not allowed in names.
 *
 * @param prefix what all names begin with: empty, or ending with a slash
 */
record GcsLocation(String bucket, String prefix) {
  /** The bytes of the longest name, by https://cloud.google.com/storage/docs/objects#naming. */
  private static final int LONGEST_NAME = 1024;

  /**
   * The location that was configured.
   *
   * @throws IllegalArgumentException when there can be none such
   */
  static GcsLocation of(String bucket, String prefix) {
    if (bucket.isBlank() || bucket.indexOf('/') >= 0) {
      throw new IllegalArgumentException(
          "bucket is not the name of a bucket (without 'gs://' and folders)");
    }
    String path = prefix;
    while (path.endsWith("/")) {
      path = path.substring(0, path.length() - 1);
    }
    if (!path.isEmpty() && !isPath(path)) {
      throw new IllegalArgumentException("prefix is not a path such as team/models");
    }
    return new GcsLocation(bucket, path.isEmpty() ? "" : escaped(path) + "/");
  }

  /** The name of a file's object. */
  String object(String path) throws IOException {
    if (!isPath(path)) {
      throw new IOException("The path '" + path + "' leads out of the artifact store.");
    }
    String name = prefix + escaped(path);
    int bytes = name.getBytes(StandardCharsets.UTF_8).length;
    if (bytes > LONGEST_NAME) {
      throw new IOException(
          "The path '"
              + path
              + "' is too long for Cloud Storage: with the prefix it has "
              + bytes
              + " bytes, and a name has at most "
              + LONGEST_NAME
              + ". Fix: give the files shorter names, or the store a shorter prefix.");
    }
    if (!StandardCharsets.UTF_8.newEncoder().canEncode(name)) {
      throw new IOException(
          "The path '" + path + "' is not valid text. Fix: give the file another name.");
    }
    return name;
  }

  /** As people write it. */
  String uri(String object) {
    return "gs://" + bucket + "/" + object;
  }

  static String escaped(String path) {
    StringBuilder escaped = new StringBuilder(path.length());
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      if (c < ' ' || c == '%' || c == 0x7F) {
        escaped.append(c < 0x10 ? "%0" : "%").append(Integer.toHexString(c));
      } else {
        escaped.append(c);
      }
    }
    return escaped.toString();
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
