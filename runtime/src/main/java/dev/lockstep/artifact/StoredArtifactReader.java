package dev.lockstep.artifact;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;

/** Reads the files of an artifact from where they are: in line, or in the artifact store. */
public final class StoredArtifactReader implements ArtifactReader {
  /** Provides a folder when one is asked for. */
  public interface Folder {
    Path create() throws IOException;
  }

  private final Artifact artifact;
  private final ArtifactStore store;
  private final Folder folder;

  public StoredArtifactReader(Artifact artifact, ArtifactStore store, Folder folder) {
    this.artifact = artifact;
    this.store = store;
    this.folder = folder;
  }

  @Override
  public List<String> files() {
    return artifact.files().stream().map(ArtifactFile::name).toList();
  }

  @Override
  public InputStream file(String name) throws IOException {
    for (ArtifactFile file : artifact.files()) {
      if (file.name().equals(name)) {
        return open(file);
      }
    }
    throw new IOException(
        "The artifact '" + artifact.output() + "' has no file '" + name + "'; it has " + files());
  }

  @Override
  public Path folder() throws IOException {
    return folder.create();
  }

  private InputStream open(ArtifactFile file) throws IOException {
    byte[] content = file.content();
    if (content != null) {
      return new ByteArrayInputStream(content);
    }
    String path = file.path();
    if (path == null) {
      throw new IOException("The record of artifact '" + artifact.output() + "' is damaged.");
    }
    return new VerifiedStream(store.open(path), file, store.location(path));
  }
}
