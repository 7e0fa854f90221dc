package dev.lockstep.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.artifact.local.LocalArtifactStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PathArtifactTest {
  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it.
  Path temporary;

  private final Materializer<Path> paths = new Materializers(null).forType(Path.class);
  private Path returned = Path.of("out");

  @BeforeEach
  void createFolder() throws IOException {
    returned = Files.createDirectory(temporary.resolve("out"));
  }

  private Artifact write(Path value) throws IOException {
    ArtifactRecorder recorder = new ArtifactRecorder(store(), "run/step", paths.inline());
    paths.write(value, Path.class, recorder);
    return recorder.artifact("step");
  }

  private Path read(Artifact artifact) throws IOException {
    Path folder = temporary.resolve("read");
    return paths.read(
        Path.class,
        new StoredArtifactReader(artifact, store(), () -> Files.createDirectory(folder)));
  }

  private LocalArtifactStore store() {
    return new LocalArtifactStore(temporary.resolve("store"));
  }

  private static void makeExecutable(Path file) {
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  @Test
  void aFolderComesBackWithItsEmptyFoldersAndExecutables() throws IOException {
    Files.createDirectories(returned.resolve("a/empty"));
    Files.writeString(returned.resolve("a/plain\nname.txt"), "text");
    makeExecutable(Files.writeString(returned.resolve("run.sh"), "#!/bin/sh\n"));

    Path read = read(write(returned));

    assertThat(read.resolve("a/empty")).isEmptyDirectory();
    assertThat(read.resolve("a/plain\nname.txt")).hasContent("text");
    assertThat(Files.isExecutable(read.resolve("a/plain\nname.txt"))).isFalse();
    assertThat(Files.isExecutable(read.resolve("run.sh"))).isTrue();
    assertThat(read).isDirectoryNotContaining("glob:**notes");
  }

  @Test
  void anEmptyFolderComesBackEmpty() throws IOException {
    assertThat(read(write(returned))).isEmptyDirectory();
  }

  @Test
  void aFileComesBackUnderItsName() throws IOException {
    Path file = Files.writeString(returned.resolve("run.sh"), "#!/bin/sh\n");
    assertThat(write(file).files()).extracting(ArtifactFile::name).containsExactly("run.sh");

    makeExecutable(file);
    Path link = Files.createSymbolicLink(returned.resolve("link.sh"), file);
    Path read = read(write(link));
    assertThat(read).hasFileName("link.sh").hasContent("#!/bin/sh");
    assertThat(Files.isExecutable(read)).isTrue();
  }

  @Test
  void aLinkToAFolderIsFollowed() throws IOException {
    Files.writeString(returned.resolve("a.txt"), "text");
    Path link = Files.createSymbolicLink(temporary.resolve("link"), returned);

    Artifact artifact = write(link);
    assertThat(artifact.files()).extracting(ArtifactFile::name).containsExactly("tree/a.txt");
    assertThat(read(artifact).resolve("a.txt")).hasContent("text");
  }

  @Test
  void aLinkInAFolderIsRefused() throws IOException {
    Path link = Files.createSymbolicLink(returned.resolve("link"), temporary);
    assertThatThrownBy(() -> write(returned))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("symbolic link: " + link.toRealPath(LinkOption.NOFOLLOW_LINKS));
  }

  @Test
  void aPipeIsRefusedByItsNameAndNotWaitedFor() throws Exception {
    Path pipe = returned.resolve("pipe");
    Process mkfifo = new ProcessBuilder(List.of("mkfifo", pipe.toString())).start();
    assertThat(mkfifo.waitFor(10, TimeUnit.SECONDS)).isTrue();

    for (Path value : List.of(returned, pipe)) {
      assertThatThrownBy(() -> write(value))
          .isInstanceOf(IOException.class)
          .hasMessageContainingAll("pipe", "neither a file nor a folder");
    }
  }

  @Test
  void aNameWithABackslashIsRefusedAndNotTakenForAFolder() throws IOException {
    Path file = Files.writeString(returned.resolve("a\\b"), "text");
    for (Path value : List.of(returned, file)) {
      assertThatThrownBy(() -> write(value))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("backslash: ")
          .hasMessageContaining("a\\b");
    }
  }
}
