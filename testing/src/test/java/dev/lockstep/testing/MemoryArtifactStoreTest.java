package dev.lockstep.testing;

import dev.lockstep.artifact.ArtifactStore;
import dev.lockstep.testing.conformance.ArtifactStoreConformance;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The suite for artifact stores, held against the one in memory. */
final class MemoryArtifactStoreTest extends ArtifactStoreConformance {
  private final Map<String, ArtifactStore> scopes = new ConcurrentHashMap<>();

  @Override
  protected ArtifactStore store(String scope) {
    return scopes.computeIfAbsent(scope, unused -> new MemoryArtifactStore());
  }
}
