package dev.lockstep.cli.catalog;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Tells without reading it whether a jar or a folder of classes was built anew: sizes and times of
 * what describes its pipelines.
 */
final class TargetMark {
  private TargetMark() {}

  /** The mark, or an empty text when there is no such target. */
  static String of(Path target) {
    try {
      if (!Files.isDirectory(target)) {
        return Files.exists(target) ? mark(1, Files.size(target), time(target)) : "";
      }
      long count = 0;
      long size = 0;
      long newest = 0;
      Path folder = target.resolve("META-INF/lockstep");
      if (Files.isDirectory(folder)) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.json")) {
          for (Path file : files) {
            count++;
            size += Files.size(file);
            newest = Math.max(newest, time(file));
          }
        }
      }
      return mark(count, size, newest);
    } catch (IOException e) {
      // What cannot be looked at is as good as gone.
      return "";
    }
  }

  private static long time(Path file) throws IOException {
    return Files.getLastModifiedTime(file).toMillis();
  }

  private static String mark(long count, long size, long time) {
    return count + "-" + size + "-" + time;
  }
}
