package dev.lockstep.testing.conformance;

import static dev.lockstep.testing.conformance.ArtifactFiles.bytes;
import static dev.lockstep.testing.conformance.ArtifactFiles.together;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The names that files may have, and what is found, deleted and shown by them. */
interface ArtifactPathCases extends ArtifactCases {
  /** Names that a step's own files may have: the runtime passes on what a file system gave it. */
  List<String> ODD_NAMES =
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

  @Test
  default void aMissingFileIsSaidToBeMissing() throws IOException {
    files().assertMissing("none");
    files().write("folder/file", bytes("x"));
    files().assertMissing("folder/fil");
    files().assertMissing("folder/file2");
  }

  @Test
  default void oddNamesAreNamesLikeOthers() throws IOException {
    for (String name : oddNames()) {
      files().write("odd/" + name, bytes(name));
    }
    for (String name : oddNames()) {
      assertArrayEquals(bytes(name), files().read("odd/" + name), name);
    }
    files().delete("odd");
    for (String name : oddNames()) {
      files().assertMissing("odd/" + name);
    }
  }

  @Test
  default void noPathLeadsOut() {
    for (String path : List.of("", "/a", "../a", "..", "a/../../b", "a/../../../../b")) {
      assertThrows(IOException.class, () -> files().store().create(path), path);
      assertThrows(IOException.class, () -> files().store().open(path), path);
      assertThrows(IOException.class, () -> files().store().delete(path), path);
    }
  }

  @Test
  default void aDeletedFileIsGone() throws IOException {
    files().write("file", bytes("x"));
    files().delete("file");
    files().assertMissing("file");
  }

  @Test
  default void deletingWhatIsNotThereIsNoError() throws IOException {
    files().delete("never/was");
  }

  @Test
  default void onlyWhatLiesBelowAPathIsDeletedWithIt() throws IOException {
    List<String> below = List.of("run/b/file", "run/b/deep/er/file", "run/b/.hidden");
    List<String> beside =
        List.of("run/bc", "run/b-2/file", "run/b.txt", "run/b ", "run/a/b/file", "other/b/file");
    for (String file : below) {
      files().write(file, bytes(file));
    }
    for (String file : beside) {
      files().write(file, bytes(file));
    }

    files().delete("run/b");

    for (String file : below) {
      files().assertMissing(file);
    }
    for (String file : beside) {
      assertArrayEquals(bytes(file), files().read(file), file);
    }
  }

  @Test
  default void everyFileBelowAPathIsDeletedHoweverManyThereAre() throws Exception {
    int files = 1001;
    together(
        8,
        files,
        i -> {
          files().write("many/" + i, bytes("x"));
        });
    files().delete("many");
    together(
        8,
        files,
        i -> {
          files().assertMissing("many/" + i);
        });
  }

  @Test
  default void aLocationShowsWhereAFileIs() {
    assertTrue(files().store().location("run/step/file").endsWith("run/step/file"));
    assertNotEquals(files().store().location("run/a"), files().store().location("run/b"));
  }

  private List<String> oddNames() {
    return ODD_NAMES.stream().filter(files()::holds).toList();
  }
}
