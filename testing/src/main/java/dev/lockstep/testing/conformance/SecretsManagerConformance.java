package dev.lockstep.testing.conformance;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/**
 * What every secrets manager does alike, whatever stores its secrets: the operations and their
 * errors, values and names at their limits, names that are easily taken for each other, long lists,
 * prefixes, several threads and processes, servers that fail, and logs. A test of yours extends it
 * and says how a store is started:
 *
 * <pre>{@code
 * class FolderSecretsConformanceTest extends SecretsManagerConformance {
 *   @Override
 *   protected SecretsManagerFixture start(Path folder) {
 *     return new SecretsManagerFixture() {
 *       public ComponentFlavor<FolderSecrets> flavor() {
 *         return new FolderSecretsFlavor();
 *       }
 *
 *       public Map<String, String> attributes() {
 *         return Map.of("folder", folder.toString());
 *       }
 *     };
 *   }
 * }
 * }</pre>
 *
 * <p>A case that does not apply is skipped, and says why.
 */
public abstract class SecretsManagerConformance
    implements OperationCases,
        ValueCases,
        NameCases,
        ScopeCases,
        ForeignCases,
        ConcurrencyCases,
        FailureCases,
        LogCases {
  private @Nullable StoreUnderTest store;
  private @Nullable StoreUnderTest another;
  private @Nullable Path folder;

  /** Called by JUnit. */
  protected SecretsManagerConformance() {}

  /**
   * Starts a store that is empty. Called for each test.
   *
   * @param folder an empty folder of the test, deleted after it
   */
  protected abstract SecretsManagerFixture start(Path folder) throws Exception;

  /**
   * Starts one more empty store, of which a component with other attributes is, beside the one that
   * was started for the test. By default as {@link #start} does.
   *
   * @param folder another empty folder, deleted after the test
   */
  protected SecretsManagerFixture startAnother(Path folder) throws Exception {
    return start(folder);
  }

  @BeforeEach
  final void startStore(@TempDir Path folder) throws Exception {
    store = new StoreUnderTest(start(folder), folder.resolve("lockstep-home"));
    this.folder = folder;
  }

  @AfterEach
  final void stopStore() throws Exception {
    store().close();
    StoreUnderTest started = another;
    if (started != null) {
      started.close();
    }
    store = null;
    another = null;
  }

  /** For the cases. */
  @Override
  public final StoreUnderTest another() throws Exception {
    StoreUnderTest started = another;
    if (started == null) {
      Path second = Files.createDirectory(Objects.requireNonNull(folder).resolve("another"));
      started = new StoreUnderTest(startAnother(second), second.resolve("lockstep-home"));
      another = started;
    }
    return started;
  }

  /** For the cases. */
  @Override
  public final StoreUnderTest store() {
    StoreUnderTest running = store;
    if (running == null) {
      throw new IllegalStateException("No test is running.");
    }
    return running;
  }
}
