package dev.lockstep.cli.run;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Looks for classes that are marked with {@code @Pipeline}, without loading one: the annotation's
 * name stands in the class file as it is.
 *
 * @param classes how many class files there are
 * @param pipelines the binary names of those that are marked
 */
public record ClassScan(int classes, List<String> pipelines) {
  private static final byte[] MARK = "Ldev/lockstep/Pipeline;".getBytes(StandardCharsets.US_ASCII);
  private static final String SUFFIX = ".class";

  /** Scans a jar or a folder; what cannot be read is taken for absent. */
  public static ClassScan of(Path path) {
    Scan scan = new Scan();
    try {
      if (Files.isDirectory(path)) {
        scan.folder(path);
      } else {
        scan.jar(path);
      }
    } catch (IOException e) {
      // Whoever asks knows already that it is a jar or a folder; the rest is a courtesy.
      return new ClassScan(scan.classes, scan.pipelines);
    }
    return new ClassScan(scan.classes, scan.pipelines);
  }

  private static final class Scan {
    private final List<String> pipelines = new ArrayList<>();
    private int classes;

    void folder(Path folder) throws IOException {
      try (Stream<Path> files = Files.walk(folder)) {
        Iterator<Path> all = files.iterator();
        while (all.hasNext()) {
          Path file = all.next();
          if (file.toString().endsWith(SUFFIX)) {
            String name = folder.relativize(file).toString();
            look(
                name.replace(folder.getFileSystem().getSeparator(), "/"), Files.readAllBytes(file));
          }
        }
      }
    }

    void jar(Path path) throws IOException {
      try (ZipFile jar = new ZipFile(path.toFile())) {
        Enumeration<? extends ZipEntry> entries = jar.entries();
        while (entries.hasMoreElements()) {
          ZipEntry entry = entries.nextElement();
          if (entry.getName().endsWith(SUFFIX)) {
            try (InputStream in = jar.getInputStream(entry)) {
              look(entry.getName(), in.readAllBytes());
            }
          }
        }
      }
    }

    private void look(String name, byte[] content) {
      classes++;
      if (holds(content)) {
        pipelines.add(name.substring(0, name.length() - SUFFIX.length()).replace('/', '.'));
      }
    }

    private static boolean holds(byte[] content) {
      for (int i = 0; i <= content.length - MARK.length; i++) {
        int matched = 0;
        while (matched < MARK.length && content[i + matched] == MARK[matched]) {
          matched++;
        }
        if (matched == MARK.length) {
          return true;
        }
      }
      return false;
    }
  }
}
