package dev.lockstep.system;

import dev.lockstep.Flavor;
import dev.lockstep.Param;
import dev.lockstep.artifact.ArtifactStore;
import dev.lockstep.secret.SecretValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** An artifact store that says its token wherever it can. */
@Flavor(value = "tagged", description = "Artifacts in a folder; talks too much.")
public final class TaggedStore implements ArtifactStore {
  record Config(
      @Param(description = "where the artifacts are") Path folder,
      @Param(description = "what nobody may see") SecretValue token,
      @Param(value = "false", description = "whether nothing can be written") boolean full) {}

  private final Config config;

  TaggedStore(Config config) {
    this.config = config;
    System.out.println("store with " + config.token().reveal());
  }

  @Override
  public OutputStream create(String path) throws IOException {
    if (config.full()) {
      throw new IOException("no room for " + config.token().reveal());
    }
    Path file = config.folder().resolve(path);
    Files.createDirectories(file.getParent());
    return Files.newOutputStream(file);
  }

  @Override
  public InputStream open(String path) throws IOException {
    return Files.newInputStream(config.folder().resolve(path));
  }

  @Override
  public void delete(String path) throws IOException {
    Files.deleteIfExists(config.folder().resolve(path));
  }

  @Override
  public String location(String path) {
    return "tagged://" + config.token().reveal() + "/" + path;
  }
}
