package dev.lockstep.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.artifact.local.LocalArtifactStore;
import java.io.IOException;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** JSON that is too large to travel in line, so that it comes from a file whose sum is compared. */
final class LargeJsonArtifactTest {
  private static final Type NUMBERS = Types.of(List.class, Integer.class);

  private final List<Integer> numbers = IntStream.range(0, 10_000).boxed().toList();

  @Test
  void isReadAsItWasWritten(@TempDir Path folder) throws IOException {
    ArtifactStore store = new LocalArtifactStore(folder);

    assertThat(read(written(store), store)).isEqualTo(numbers);
  }

  @Test
  void aDamagedFileIsFound(@TempDir Path folder) throws IOException {
    ArtifactStore store = new LocalArtifactStore(folder);
    Artifact artifact = written(store);
    Path file = Path.of(store.location("pipeline/run/numbers/value.json"));
    Files.writeString(file, Files.readString(file).replace("9999", "9998"));

    assertThatThrownBy(() -> read(artifact, store))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("is not what the step wrote");
  }

  private Artifact written(ArtifactStore store) throws IOException {
    ArtifactRecorder recorder = new ArtifactRecorder(store, "pipeline/run/numbers", true);
    new Materializers(null).forType(NUMBERS).write(numbers, NUMBERS, recorder);
    return recorder.artifact("numbers");
  }

  private static Object read(Artifact artifact, ArtifactStore store) throws IOException {
    StoredArtifactReader reader =
        new StoredArtifactReader(
            artifact,
            store,
            () -> {
              throw new UnsupportedOperationException();
            });
    return new Materializers(null).forType(NUMBERS).read(NUMBERS, reader);
  }
}
