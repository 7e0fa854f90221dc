package dev.lockstep.testing;

import dev.lockstep.artifact.ArtifactStore;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.NoSuchFileException;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** The files of artifacts in memory. */
final class MemoryArtifactStore implements ArtifactStore {
  private final Map<String, byte[]> files = new TreeMap<>();

  @Override
  public OutputStream create(String path) throws IOException {
    check(path);
    return new FileStream(path);
  }

  @Override
  public InputStream open(String path) throws IOException {
    check(path);
    byte[] content;
    synchronized (this) {
      content = files.get(path);
    }
    if (content == null) {
      throw new NoSuchFileException(location(path));
    }
    return new ByteArrayInputStream(content);
  }

  @Override
  public synchronized void delete(String path) throws IOException {
    check(path);
    files.keySet().removeIf(file -> file.equals(path) || file.startsWith(path + "/"));
  }

  @Override
  public String location(String path) {
    return "memory:" + path;
  }

  /** The files below a path, by what follows it in theirs. */
  synchronized Map<String, byte[]> below(String path) {
    Map<String, byte[]> found = new TreeMap<>();
    files.forEach(
        (file, content) -> {
          if (file.startsWith(path + "/")) {
            found.put(file.substring(path.length() + 1), content);
          }
        });
    return Collections.unmodifiableMap(found);
  }

  private synchronized void put(String path, byte[] content) {
    files.put(path, content);
  }

  private static void check(String path) throws IOException {
    for (String part : path.split("/", -1)) {
      if (part.isEmpty() || part.equals(".") || part.equals("..")) {
        throw new IOException("The path '" + path + "' leads out of the artifact store.");
      }
    }
  }

  /** Becomes the file when it is closed. */
  private final class FileStream extends ByteArrayOutputStream {
    private final String path;
    private boolean closed;

    FileStream(String path) {
      this.path = path;
    }

    @Override
    public void close() {
      if (!closed) {
        closed = true;
        put(path, toByteArray());
      }
    }
  }
}
