package dev.lockstep.testing.conformance;

import dev.lockstep.artifact.ArtifactStore;
import dev.lockstep.artifact.local.LocalArtifactStore;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** The suite for artifact stores, held against a folder on this machine. */
final class LocalArtifactStoreConformanceTest extends ArtifactStoreConformance {
  @TempDir Path folder;

  @Override
  protected ArtifactStore store(String scope) {
    return new LocalArtifactStore(folder.resolve(scope));
  }
}
