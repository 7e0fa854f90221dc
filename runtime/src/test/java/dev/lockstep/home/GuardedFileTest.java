package dev.lockstep.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lockstep.home.GuardedFile.Change;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class GuardedFileTest {
  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it.
  Path folder;

  @Test
  void aFileThatIsNotThereIsEmptyAndStaysAway() {
    GuardedFile file = new GuardedFile(folder.resolve("a/b/file"));

    assertThat(file.read()).isEmpty();
    assertThat(folder.resolve("a")).doesNotExist();
  }

  @Test
  void anUpdateSeesTheOldContentAndReplacesIt() {
    GuardedFile file = new GuardedFile(folder.resolve("a/b/file"));
    assertThat(file.<String>update(old -> Change.replace(bytes("1"), text(old)))).isEqualTo("-");
    assertThat(file.<String>update(old -> Change.replace(bytes("2"), text(old)))).isEqualTo("1");
    assertThat(file.<String>update(old -> Change.keep(text(old)))).isEqualTo("2");
    assertThat(text(file.read())).isEqualTo("2");
  }

  @Test
  void foldersAndFilesAreForTheirOwnerOnly() throws IOException {
    Path path = folder.resolve("a/b/file");
    write(new GuardedFile(path), "1");

    assertThat(permissions(folder.resolve("a"))).isEqualTo("rwx------");
    assertThat(permissions(folder.resolve("a/b"))).isEqualTo("rwx------");
    assertThat(permissions(path)).isEqualTo("rw-------");
    assertThat(permissions(folder.resolve("a/b/.file.lock"))).isEqualTo("rw-------");
  }

  @Test
  void aFileThatOthersCouldReadIsForItsOwnerOnlyAfterAnUpdate() throws IOException {
    Path path = Files.writeString(folder.resolve("file"), "1");
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-rw-rw-"));
    write(new GuardedFile(path), "2");

    assertThat(permissions(path)).isEqualTo("rw-------");
  }

  @Test
  void anUpdateThatThrowsChangesNothing() {
    GuardedFile file = new GuardedFile(folder.resolve("file"));
    write(file, "1");

    assertThatThrownBy(
            () ->
                file.update(
                    old -> {
                      throw new IllegalArgumentException("no");
                    }))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(text(file.read())).isEqualTo("1");
    write(file, "2");
    assertThat(text(file.read())).isEqualTo("2");
  }

  @Test
  void anUpdateWithinAnUpdateIsRefusedInsteadOfWaitingForItself() {
    GuardedFile file = new GuardedFile(folder.resolve("file"));

    assertThatThrownBy(
            () ->
                file.update(
                    old -> {
                      write(file, "1");
                      return Change.keep(true);
                    }))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void threadsCountTogetherThroughDifferentPaths() throws Exception {
    Files.createSymbolicLink(folder.resolve("link"), Files.createDirectory(folder.resolve("real")));
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      GuardedFile file =
          new GuardedFile(folder.resolve(i % 2 == 0 ? "real/count" : "link/../link/count"));
      Thread thread =
          new Thread(
              () -> {
                for (int n = 0; n < 25; n++) {
                  count(file);
                }
              });
      thread.start();
      threads.add(thread);
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(text(new GuardedFile(folder.resolve("real/count")).read())).isEqualTo("100");
  }

  @Test
  void aReaderNeverSeesAMixture() throws Exception {
    GuardedFile file = new GuardedFile(folder.resolve("file"));
    write(file, "a".repeat(100_000));
    AtomicBoolean done = new AtomicBoolean();
    Thread writer =
        new Thread(
            () -> {
              for (int i = 0; i < 100; i++) {
                write(file, (i % 2 == 0 ? "b" : "a").repeat(100_000 + i % 2));
              }
              done.set(true);
            });
    writer.start();
    while (!done.get()) {
      String text = text(file.read());
      assertThat(text.chars().distinct().count()).isEqualTo(1);
      assertThat(text).hasSizeGreaterThanOrEqualTo(100_000);
    }
    writer.join();
  }

  @Test
  void anInterruptedThreadFinishesItsUpdateAndStaysInterrupted() {
    GuardedFile file = new GuardedFile(folder.resolve("file"));
    Thread.currentThread().interrupt();
    write(file, "1");

    assertThat(text(file.read())).isEqualTo("1");
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void aFolderInPlaceOfTheFileIsSaidAndStays() throws IOException {
    GuardedFile file = new GuardedFile(Files.createDirectory(folder.resolve("file")));

    assertThatThrownBy(file::read)
        .isInstanceOf(HomeException.class)
        .hasMessageContaining(file.path().toString())
        .hasMessageContaining("Fix:");
    assertThatThrownBy(() -> write(file, "1")).isInstanceOf(HomeException.class);
    assertThat(file.path()).isDirectory();
  }

  @Test
  void aFileInPlaceOfAFolderIsSaid() throws IOException {
    Files.writeString(folder.resolve("a"), "");
    GuardedFile file = new GuardedFile(folder.resolve("a/b/file"));

    assertThatThrownBy(() -> write(file, "1"))
        .isInstanceOf(HomeException.class)
        .hasMessageContaining(folder.resolve("a").toString())
        .hasMessageContaining("Fix: move away the file");
    assertThatThrownBy(file::read).isInstanceOf(HomeException.class);
  }

  @Test
  void aKeyThatOthersMayReadIsRefusedWithTheCommandThatMendsIt() throws IOException {
    Path path = Files.writeString(folder.resolve("key"), "k");
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-r--r--"));
    assertThatThrownBy(() -> OwnerOnly.check(path))
        .isInstanceOf(HomeException.class)
        .hasMessageContaining("chmod 600 " + path);

    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("r--------"));
    OwnerOnly.check(path);
  }

  /** A limit on the size of files cuts a write in the middle, as a full disk does. */
  @Test
  @Timeout(60)
  void aWriteThatIsCutInTheMiddleLeavesTheOldContent() throws Exception {
    Path path = folder.resolve("file");
    write(new GuardedFile(path), "old");
    String output = child("ulimit -f 64; exec ", path, 1_000_000);

    assertThat(output).contains("HomeException", path.toString(), "Fix:");
    assertThat(Files.readString(path)).isEqualTo("old");
    assertNoLeftover(folder);
  }

  @Test
  @Timeout(60)
  void aFullDiskLeavesTheOldContentAndIsSaid() throws Exception {
    Path disk = mounted("size=64k");
    try {
      Path path = disk.resolve("home/file");
      write(new GuardedFile(path), "old");

      assertThatThrownBy(() -> write(new GuardedFile(path), "x".repeat(1_000_000)))
          .isInstanceOf(HomeException.class)
          .hasMessageContaining(path.toString())
          .hasMessageContaining("Fix: free space");
      assertThat(Files.readString(path)).isEqualTo("old");
      assertNoLeftover(path.resolveSibling("."));
      write(new GuardedFile(path), "new");
      assertThat(Files.readString(path)).isEqualTo("new");
    } finally {
      run("umount " + disk);
    }
  }

  @Test
  @Timeout(60)
  void aReadOnlyDiskIsReadAndNotWritten() throws Exception {
    Path disk = mounted("size=64k");
    try {
      Path path = disk.resolve("home/file");
      write(new GuardedFile(path), "old");
      assumeTrue(run("mount -o remount,ro " + disk) == 0, "remounting is not permitted here");

      assertThat(text(new GuardedFile(path).read())).isEqualTo("old");
      assertThatThrownBy(() -> write(new GuardedFile(path), "new"))
          .isInstanceOf(HomeException.class)
          .hasMessageContaining("ead-only")
          .hasMessageContaining("LOCKSTEP_HOME");
      assertThatThrownBy(() -> write(new GuardedFile(disk.resolve("other/file")), "new"))
          .isInstanceOf(HomeException.class)
          .hasMessageContaining("LOCKSTEP_HOME");
      assertThat(text(new GuardedFile(path).read())).isEqualTo("old");
    } finally {
      run("umount " + disk);
    }
  }

  // ---- helpers

  private Path mounted(String options) throws Exception {
    Path disk = Files.createDirectory(folder.resolve("disk"));
    assumeTrue(
        run("mount -t tmpfs -o " + options + " lockstep-test " + disk) == 0,
        "mounting a small disk is not permitted here");
    return disk;
  }

  private static int run(String command) throws Exception {
    Process process =
        new ProcessBuilder("sh", "-c", command + " >/dev/null 2>&1").inheritIO().start();
    return process.waitFor(10, TimeUnit.SECONDS) ? process.exitValue() : -1;
  }

  private String child(String shell, Path path, int size) throws Exception {
    Path output = folder.resolve("output");
    new ProcessBuilder(
            "sh",
            "-c",
            shell + "\"$@\"",
            "sh",
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xshare:auto",
            "-XX:-UsePerfData",
            "-cp",
            System.getProperty("java.class.path"),
            WriteOnce.class.getName(),
            path.toString(),
            Integer.toString(size))
        .redirectErrorStream(true)
        .redirectOutput(output.toFile())
        .start()
        .waitFor();
    return Files.readString(output);
  }

  /** A process that replaces a file once. */
  static final class WriteOnce {
    private WriteOnce() {}

    public static void main(String[] args) {
      write(new GuardedFile(Path.of(args[0])), "x".repeat(Integer.parseInt(args[1])));
    }
  }

  private static void assertNoLeftover(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(Path::toString)).noneMatch(name -> name.endsWith(".new"));
    }
  }

  private static void count(GuardedFile file) {
    file.update(
        old -> {
          int next = old.isPresent() ? Integer.parseInt(text(old)) + 1 : 1;
          return Change.replace(bytes(Integer.toString(next)), true);
        });
  }

  private static void write(GuardedFile file, String text) {
    file.update(old -> Change.replace(bytes(text), true));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String text(Optional<byte[]> content) {
    return content.map(bytes -> new String(bytes, StandardCharsets.UTF_8)).orElse("-");
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  @Test
  void aFailureWithoutATextIsNamedByItsKind() {
    assertThat(
            HomeException.cannot(
                "lock", folder, new java.nio.channels.ClosedByInterruptException()))
        .hasMessageContaining("ClosedByInterruptException")
        .hasMessageNotContaining("null");
  }
}
