package dev.lockstep.testing.conformance;

import dev.lockstep.artifact.ArtifactStore;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * What every {@link ArtifactStore} has to do. Extend it in a test of your store and say how one is
 * made; JUnit finds the tests by itself.
 *
 * <pre>{@code
 * class FolderStoreTest extends ArtifactStoreConformance {
 *   @TempDir Path folder;
 *
 *   @Override
 *   protected ArtifactStore store(String scope) {
 *     return new FolderStore(folder.resolve(scope));
 *   }
 * }
 * }</pre>
 *
 * <p>A store that is reached over a network extends {@link RemoteArtifactStoreConformance}.
 */
public abstract class ArtifactStoreConformance
    implements ArtifactContentCases, ArtifactPathCases, ArtifactSharingCases {
  private @Nullable ArtifactFiles files;

  /** For the test class that extends it. */
  protected ArtifactStoreConformance() {}

  /**
   * Makes a store, as its flavor does. It is closed after the test.
   *
   * @param scope a part of the back end: stores of one scope share their files, stores of different
   *     scopes have none in common. A folder, say, or a prefix.
   */
  protected abstract ArtifactStore store(String scope) throws Exception;

  /**
   * The bytes of a file that the store writes in several parts, if it writes any so; 20 MiB by
   * default.
   */
  protected int largeFile() {
    return 20 << 20;
  }

  /**
   * Whether the back end can have a file of this name. All, by default: say what your users' file
   * systems allow and your back end does not.
   */
  protected boolean holdsFilesNamed(String name) {
    return true;
  }

  @BeforeEach
  final void openStore() throws Exception {
    files = new ArtifactFiles(this);
  }

  @AfterEach
  final void closeStores() {
    files().close();
  }

  /** For the cases. */
  @Override
  public final ArtifactFiles files() {
    return Objects.requireNonNull(files, "made before each test");
  }
}
