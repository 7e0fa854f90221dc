package dev.lockstep.testing.conformance;

import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lockstep.artifact.ArtifactStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;

/** The files of one test, by paths that no other test uses, and the stores that it has opened. */
public final class ArtifactFiles {
  private final String top = "conformance/" + UUID.randomUUID();
  private final List<ArtifactStore> opened = new ArrayList<>();
  private final ArtifactStoreConformance suite;
  private final ArtifactStore store;

  ArtifactFiles(ArtifactStoreConformance suite) throws Exception {
    this.suite = suite;
    this.store = store("conformance");
  }

  /** The store of the test. */
  ArtifactStore store() {
    return store;
  }

  /** Another store. */
  ArtifactStore store(String scope) throws Exception {
    return closedLater(suite.store(scope));
  }

  /** Has a store closed after the test. */
  ArtifactStore closedLater(ArtifactStore made) {
    opened.add(made);
    return made;
  }

  void close() {
    for (ArtifactStore each : opened) {
      each.close();
    }
  }

  /** The bytes of a file that is written in several parts. */
  int large() {
    return suite.largeFile();
  }

  boolean holds(String name) {
    return suite.holdsFilesNamed(name);
  }

  /** The folder of all its paths. */
  String top() {
    return top;
  }

  String path(String name) {
    return top + "/" + name;
  }

  OutputStream create(String name) throws IOException {
    return store.create(path(name));
  }

  InputStream open(String name) throws IOException {
    return store.open(path(name));
  }

  void delete(String name) throws IOException {
    store.delete(path(name));
  }

  void write(String name, byte[] content) throws IOException {
    write(store, path(name), content);
  }

  byte[] read(String name) throws IOException {
    return read(store, path(name));
  }

  void assertMissing(String name) {
    assertMissing(store, path(name));
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

  /** What one of several threads does with the number that it gets. */
  interface Task {
    void run(int number) throws Exception;
  }

  static void together(int threads, int tasks, Task task) throws Exception {
    List<Callable<Boolean>> calls = new ArrayList<>();
    for (int i = 0; i < tasks; i++) {
      int number = i;
      calls.add(
          () -> {
            task.run(number);
            return true;
          });
    }
    ConcurrencyCases.inThreads(threads, calls);
  }
}
