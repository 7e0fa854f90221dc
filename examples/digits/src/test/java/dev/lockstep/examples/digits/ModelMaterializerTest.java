package dev.lockstep.examples.digits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.artifact.ArtifactReader;
import dev.lockstep.artifact.ArtifactWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tribuo.Model;
import org.tribuo.classification.Label;

final class ModelMaterializerTest {
  private final ModelMaterializer materializer = new ModelMaterializer();
  private final MemoryArtifact artifact = new MemoryArtifact();

  @Test
  void aModelReadsTheSameAfterItWasStored() throws IOException {
    List<Sample> samples = Sample.ofAll(DigitsFile.read().subList(0, 200));
    Model<Label> model = Classifier.train(samples, 2, 0.2, 1);

    materializer.write(model, Model.class, artifact.writer());
    Model<Label> stored = materializer.read(Model.class, artifact);

    assertThat(samples)
        .allSatisfy(
            sample ->
                assertThat(Classifier.read(stored, sample))
                    .isEqualTo(Classifier.read(model, sample)));
  }

  @Test
  void aBrokenFileIsAnIoException() throws IOException {
    try (OutputStream out = artifact.writer().file("model.tribuo")) {
      out.write("no model".getBytes(StandardCharsets.US_ASCII));
    }

    assertThatThrownBy(() -> materializer.read(Model.class, artifact))
        .isInstanceOf(IOException.class);
  }

  /** An artifact in memory. */
  private static final class MemoryArtifact implements ArtifactReader {
    private final Map<String, ByteArrayOutputStream> contents = new LinkedHashMap<>();

    ArtifactWriter writer() {
      return name -> contents.computeIfAbsent(name, unused -> new ByteArrayOutputStream());
    }

    @Override
    public List<String> files() {
      return List.copyOf(contents.keySet());
    }

    @Override
    public InputStream file(String name) throws IOException {
      ByteArrayOutputStream content = contents.get(name);
      if (content == null) {
        throw new FileNotFoundException(name);
      }
      return new ByteArrayInputStream(content.toByteArray());
    }

    @Override
    public Path folder() {
      throw new UnsupportedOperationException();
    }
  }
}
