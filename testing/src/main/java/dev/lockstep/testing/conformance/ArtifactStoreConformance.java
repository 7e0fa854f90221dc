package dev.lockstep.testing.conformance;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.artifact.ArtifactStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

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
public abstract class ArtifactStoreConformance {
  /** Names that a step's own files may have: the runtime passes on what a file system gave it. */
  private static final List<String> ODD_NAMES =
      List.of(
          "with space",
          " leading and trailing ",
          "a+b",
          "50%",
          "%2F",
          "a&b=c",
          "what?",
          "sharp#1",
          "a;b,c:d@e",
          "quote\"and'tick`",
          "<tag>",
          "$HOME",
          "~tilde",
          "(1)[2]{3}",
          "star*",
          "pipe|caret^",
          "...",
          ".hidden",
          "x.",
          "-dash",
          "Größe",
          "e\u0301 and \u00e9",
          "数据",
          "emoji \uD83D\uDE00",
          "tab\there",
          "line\nbreak",
          "\u0001control",
          "UPPER",
          "upper",
          "n".repeat(200));

  private final String top = "conformance/" + UUID.randomUUID();
  private final List<ArtifactStore> opened = new ArrayList<>();
  private @Nullable ArtifactStore current;

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

  private List<String> oddNames() {
    return ODD_NAMES.stream().filter(this::holdsFilesNamed).toList();
  }

  @BeforeEach
  final void openStore() throws Exception {
    current = open("conformance");
  }

  @AfterEach
  final void closeStores() {
    for (ArtifactStore each : opened) {
      each.close();
    }
  }

  private ArtifactStore store() {
    return Objects.requireNonNull(current, "made before each test");
  }

  /** A store that is closed after the test. */
  final ArtifactStore open(String scope) throws Exception {
    return closedLater(store(scope));
  }

  final ArtifactStore closedLater(ArtifactStore made) {
    opened.add(made);
    return made;
  }

  /** A path that no other test uses. */
  final String path(String name) {
    return top + "/" + name;
  }

  @Test
  public final void whatWasWrittenIsRead() throws IOException {
    write(store(), path("a"), bytes("content"));
    assertArrayEquals(bytes("content"), read(store(), path("a")));
  }

  @Test
  public final void anEmptyFileIsAFile() throws IOException {
    write(store(), path("empty"), new byte[0]);
    assertArrayEquals(new byte[0], read(store(), path("empty")));
  }

  @Test
  public final void aLargeFileComesBackAsItWas() throws IOException {
    try (OutputStream out = store().create(path("large"))) {
      Content.write(out, largeFile());
    }
    try (InputStream in = store().open(path("large"))) {
      Content.check(in, largeFile());
    }
  }

  @Test
  public final void filesOfAllSizesAroundAPartComeBack() throws IOException {
    for (int size : List.of(1, 8191, 8192, 8193, (5 << 20) - 1, 5 << 20, (8 << 20) + 1)) {
      try (OutputStream out = store().create(path("size-" + size))) {
        Content.write(out, size);
      }
      try (InputStream in = store().open(path("size-" + size))) {
        Content.check(in, size);
      }
    }
  }

  @Test
  public final void singleBytesAndSlicesAreWrittenInTheirOrder() throws IOException {
    byte[] slice = bytes("0123456789");
    try (OutputStream out = store().create(path("mixed"))) {
      out.write('a');
      out.write(slice, 3, 4);
      out.flush();
      out.write('z');
    }
    assertArrayEquals(bytes("a3456z"), read(store(), path("mixed")));
  }

  @Test
  public final void aFileIsNotThereBeforeItIsClosed() throws IOException {
    OutputStream out = store().create(path("later"));
    Content.write(out, largeFile());
    out.flush();
    assertMissing(store(), path("later"));
    out.close();
    try (InputStream in = store().open(path("later"))) {
      Content.check(in, largeFile());
    }
  }

  @Test
  public final void aFileThatIsNeverClosedLeavesNothing() throws Exception {
    OutputStream abandoned = store().create(path("abandoned"));
    Content.write(abandoned, largeFile());
    assertMissing(store(), path("abandoned"));
    assertMissing(open("conformance"), path("abandoned"));

    write(store(), path("abandoned"), bytes("the next attempt"));
    assertArrayEquals(bytes("the next attempt"), read(store(), path("abandoned")));
  }

  @Test
  public final void aSecondCloseChangesNothing() throws IOException {
    OutputStream out = store().create(path("twice"));
    out.write(bytes("first"));
    out.close();
    write(store(), path("twice"), bytes("second"));
    out.close();
    assertArrayEquals(bytes("second"), read(store(), path("twice")));
  }

  @Test
  public final void aMissingFileIsSaidToBeMissing() throws IOException {
    assertMissing(store(), path("none"));
    write(store(), path("folder/file"), bytes("x"));
    assertMissing(store(), path("folder/fil"));
    assertMissing(store(), path("folder/file2"));
  }

  @Test
  public final void aFileThatWasWrittenAgainHasTheNewContent() throws IOException {
    write(store(), path("again"), bytes("the first, which is longer"));
    write(store(), path("again"), bytes("the second"));
    assertArrayEquals(bytes("the second"), read(store(), path("again")));
  }

  @Test
  public final void oddNamesAreNamesLikeOthers() throws IOException {
    for (String name : oddNames()) {
      write(store(), path("odd/" + name), bytes(name));
    }
    for (String name : oddNames()) {
      assertArrayEquals(bytes(name), read(store(), path("odd/" + name)), name);
    }
    store().delete(path("odd"));
    for (String name : oddNames()) {
      assertMissing(store(), path("odd/" + name));
    }
  }

  @Test
  public final void noPathLeadsOut() {
    for (String path : List.of("", "/a", "../a", "..", "a/../../b", "a/../../../../b")) {
      assertThrows(IOException.class, () -> store().create(path), path);
      assertThrows(IOException.class, () -> store().open(path), path);
      assertThrows(IOException.class, () -> store().delete(path), path);
    }
  }

  @Test
  public final void aDeletedFileIsGone() throws IOException {
    write(store(), path("file"), bytes("x"));
    store().delete(path("file"));
    assertMissing(store(), path("file"));
  }

  @Test
  public final void deletingWhatIsNotThereIsNoError() throws IOException {
    store().delete(path("never/was"));
  }

  @Test
  public final void onlyWhatLiesBelowAPathIsDeletedWithIt() throws IOException {
    List<String> below = List.of("run/b/file", "run/b/deep/er/file", "run/b/.hidden");
    List<String> beside =
        List.of("run/bc", "run/b-2/file", "run/b.txt", "run/b ", "run/a/b/file", "other/b/file");
    for (String file : below) {
      write(store(), path(file), bytes(file));
    }
    for (String file : beside) {
      write(store(), path(file), bytes(file));
    }

    store().delete(path("run/b"));

    for (String file : below) {
      assertMissing(store(), path(file));
    }
    for (String file : beside) {
      assertArrayEquals(bytes(file), read(store(), path(file)), file);
    }
  }

  @Test
  public final void everyFileBelowAPathIsDeletedHoweverManyThereAre() throws Exception {
    int files = 1001;
    together(
        8,
        files,
        i -> {
          write(store(), path("many/" + i), bytes("x"));
        });
    store().delete(path("many"));
    together(
        8,
        files,
        i -> {
          assertMissing(store(), path("many/" + i));
        });
  }

  @Test
  public final void storesOfDifferentScopesNeverMeet() throws Exception {
    ArtifactStore one = open("team");
    ArtifactStore other = open("team-2");
    write(one, path("file"), bytes("one"));
    assertMissing(other, path("file"));
    write(other, path("file"), bytes("other"));
    one.delete(top);
    assertMissing(one, path("file"));
    assertArrayEquals(bytes("other"), read(other, path("file")));
  }

  @Test
  public final void anotherStoreOfTheSameScopeReadsWhatWasWritten() throws Exception {
    write(store(), path("shared"), bytes("x"));
    assertArrayEquals(bytes("x"), read(open("conformance"), path("shared")));
  }

  @Test
  public final void severalThreadsWriteAndReadAtOnce() throws Exception {
    together(
        8,
        64,
        i -> {
          byte[] content = bytes("content of " + i + " ".repeat(i * 100));
          write(store(), path("threads/" + i), content);
          assertArrayEquals(content, read(store(), path("threads/" + i)));
        });
  }

  @Test
  public final void ofTwoWritersOfOneFileOneWinsWhole() throws Exception {
    together(
        4,
        16,
        i -> {
          byte[] content = new byte[100_000];
          Arrays.fill(content, (byte) ('a' + i));
          write(store(), path("contended"), content);
          try {
            assertAlike(content.length, read(store(), path("contended")));
          } catch (IOException e) {
            // A store may say that the file has changed under its reader.
          }
        });
    assertAlike(100_000, read(store(), path("contended")));
  }

  /** So many bytes, all the same. */
  private static void assertAlike(int length, byte[] content) {
    assertEquals(length, content.length);
    for (byte each : content) {
      assertEquals(content[0], each);
    }
  }

  @Test
  public final void aReaderNeverSeesAMixtureOfOldAndNew() throws IOException {
    byte[] old = new byte[largeFile()];
    Arrays.fill(old, (byte) 'o');
    byte[] changed = new byte[largeFile()];
    Arrays.fill(changed, (byte) 'n');
    write(store(), path("replaced"), old);
    try (InputStream in = store().open(path("replaced"))) {
      int first = in.read();
      write(store(), path("replaced"), changed);
      byte[] rest;
      try {
        rest = in.readAllBytes();
      } catch (IOException e) {
        return; // A store may say that the file has changed under its reader.
      }
      assertEquals(old.length - 1, rest.length);
      for (byte each : rest) {
        assertEquals(first, each);
      }
    }
  }

  @Test
  public final void readersThatStopEarlyHoldNothingUp() throws IOException {
    try (OutputStream out = store().create(path("large"))) {
      Content.write(out, largeFile());
    }
    for (int i = 0; i < 100; i++) {
      try (InputStream in = store().open(path("large"))) {
        assertEquals(Content.at(0), (byte) in.read());
      }
    }
  }

  @Test
  public final void aLocationShowsWhereAFileIs() {
    assertTrue(store().location("run/step/file").endsWith("run/step/file"));
    assertNotEquals(store().location("run/a"), store().location("run/b"));
  }

  static void write(ArtifactStore store, String path, byte[] content) throws IOException {
    try (OutputStream out = store.create(path)) {
      out.write(content);
    }
  }

  static byte[] read(ArtifactStore store, String path) throws IOException {
    try (InputStream in = store.open(path)) {
      return in.readAllBytes();
    }
  }

  static void assertMissing(ArtifactStore store, String path) {
    assertThrows(NoSuchFileException.class, () -> store.open(path).close(), path);
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private interface Task {
    void run(int number) throws Exception;
  }

  private static void together(int threads, int tasks, Task task) throws Exception {
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    try {
      List<Callable<Boolean>> calls = new ArrayList<>();
      for (int i = 0; i < tasks; i++) {
        int number = i;
        calls.add(
            () -> {
              task.run(number);
              return true;
            });
      }
      for (Future<Boolean> done : executor.invokeAll(calls)) {
        done.get();
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw e;
    } finally {
      executor.shutdownNow();
    }
  }
}
