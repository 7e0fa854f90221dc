package dev.lockstep.artifact;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes one artifact: small files stay in memory and travel in line, greater ones go to the
 * artifact store as they grow.
 */
public final class ArtifactRecorder implements ArtifactWriter {
  /** Up to this many bytes a file travels in line. */
  public static final int INLINE_LIMIT = 4096;

  private final ArtifactStore store;
  private final String folder;
  private final int inlineLimit;
  private final List<ArtifactFile> files = new ArrayList<>();
  private final Set<String> names = new HashSet<>();
  private int open;

  /**
   * Starts an artifact.
   *
   * @param folder where its files lie in the store
   * @param inline whether small files may travel in line
   */
  public ArtifactRecorder(ArtifactStore store, String folder, boolean inline) {
    this.store = store;
    this.folder = folder;
    this.inlineLimit = inline ? INLINE_LIMIT : -1;
  }

  @Override
  public OutputStream file(String name) throws IOException {
    checkName(name);
    if (!names.add(name)) {
      throw new IOException("The materializer wrote the file '" + name + "' twice.");
    }
    open++;
    return new FileStream(name);
  }

  /**
   * The artifact, whose files are all closed.
   *
   * @throws IOException when a file was left open or there is none
   */
  public Artifact artifact(String output) throws IOException {
    if (open > 0) {
      throw new IOException("The materializer of output '" + output + "' left a file open.");
    }
    if (files.isEmpty()) {
      throw new IOException("The materializer of output '" + output + "' wrote no file.");
    }
    return new Artifact(output, files);
  }

  private static void checkName(String name) throws IOException {
    boolean safe = !name.isEmpty() && name.indexOf('\\') < 0 && name.indexOf('\0') < 0;
    for (String part : name.split("/", -1)) {
      safe &= !part.isEmpty() && !part.equals(".") && !part.equals("..");
    }
    if (!safe) {
      throw new IOException(
          "'" + name + "' is no name for an artifact's file. Use a relative path without '..'.");
    }
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }

  private final class FileStream extends OutputStream {
    private final String name;
    private final MessageDigest digest = sha256();
    private final ByteArrayOutputStream buffer = new ByteArrayOutputStream(256);
    private @Nullable OutputStream stored;
    private long size;
    private boolean closed;

    FileStream(String name) {
      this.name = name;
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      digest.update(bytes, offset, length);
      size += length;
      if (stored == null && size > inlineLimit) {
        stored = store.create(path());
        buffer.writeTo(stored);
        buffer.reset();
      }
      (stored == null ? buffer : stored).write(bytes, offset, length);
    }

    @Override
    public void flush() throws IOException {
      if (stored != null) {
        stored.flush();
      }
    }

    @Override
    public void close() throws IOException {
      if (closed) {
        return;
      }
      closed = true;
      if (stored == null && inlineLimit < 0) {
        stored = store.create(path()); // An empty file that must not travel in line.
      }
      if (stored != null) {
        stored.close();
      }
      String sum = HexFormat.of().formatHex(digest.digest());
      files.add(
          stored == null
              ? new ArtifactFile(name, size, sum, null, buffer.toByteArray())
              : new ArtifactFile(name, size, sum, path(), null));
      open--;
    }

    private String path() {
      return folder + "/" + name;
    }
  }
}
