package shop;

import dev.lockstep.Pipeline;
import dev.lockstep.Step;
import dev.lockstep.artifact.ArtifactReader;
import dev.lockstep.artifact.ArtifactWriter;
import dev.lockstep.artifact.Materializer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Type;

/** Stores what it returns by a materializer of its own. */
@Pipeline
class Encoded {
  @Step(materializer = OneByte.class)
  Integer answer() {
    return 42;
  }

  /** One byte in place of text, so that no other materializer can read it. */
  static final class OneByte implements Materializer<Integer> {
    @Override
    public void write(Integer value, Type type, ArtifactWriter writer) throws IOException {
      try (OutputStream out = writer.file("answer.bin")) {
        out.write(value);
      }
    }

    @Override
    public Integer read(Type type, ArtifactReader reader) throws IOException {
      try (InputStream in = reader.file("answer.bin")) {
        return in.read();
      }
    }
  }
}
