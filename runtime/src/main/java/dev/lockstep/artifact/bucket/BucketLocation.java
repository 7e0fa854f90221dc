package dev.lockstep.artifact.bucket;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Where in a bucket the files of a store lie: the name of a file's object is the prefix and the
 * file's path.
 *
 * @param service who keeps the bucket, as messages call it, such as {@code S3}
 * @param scheme what the URIs of its objects begin with, such as {@code s3}
 * @param bucket the bucket's name
 * @param prefix what all names begin with: empty, or ending with a slash
 */
public record BucketLocation(String service, String scheme, String bucket, String prefix) {
  /**
   * The bytes of the longest name, by the user guide of S3 and <a
   * href="https://cloud.google.com/storage/docs/objects#naming">that of Cloud Storage</a>.
   */
  private static final int LONGEST_NAME = 1024;

  /**
   * The location that was configured.
   *
   * @param folder a path in the bucket, with or without a slash at its end; empty for all of it
   * @throws IllegalArgumentException when there can be none such
   */
  public static BucketLocation of(String service, String scheme, String bucket, String folder) {
    if (bucket.isBlank() || bucket.indexOf('/') >= 0) {
      throw new IllegalArgumentException(
          "the attribute 'bucket' is not the name of a bucket (without '"
              + scheme
              + "://' and folders)");
    }
    String path = folder;
    while (path.endsWith("/")) {
      path = path.substring(0, path.length() - 1);
    }
    if (!path.isEmpty() && !isPath(path)) {
      throw new IllegalArgumentException(
          "the attribute 'prefix' is not a path such as team/models");
    }
    return new BucketLocation(service, scheme, bucket, path.isEmpty() ? "" : path + "/");
  }

  /**
   * The name of a file's object.
   *
   * @throws IOException when no object can have it
   */
  public String object(String path) throws IOException {
    if (!isPath(path)) {
      throw new IOException("The path '" + path + "' leads out of the artifact store.");
    }
    String name = prefix + path;
    int bytes = name.getBytes(StandardCharsets.UTF_8).length;
    if (bytes > LONGEST_NAME) {
      throw new IOException(
          "The path '"
              + path
              + "' is too long for "
              + service
              + ": with the prefix it has "
              + bytes
              + " bytes, and the name of an object has at most "
              + LONGEST_NAME
              + ". Fix: give the files shorter names, or the store a shorter prefix.");
    }
    if (!StandardCharsets.UTF_8.newEncoder().canEncode(name)) {
      throw new IOException(
          "The path '" + path + "' is not valid text. Fix: give the file another name.");
    }
    return name;
  }

  /** An object as people write it. */
  public String uri(String object) {
    return scheme + "://" + bucket + "/" + object;
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
