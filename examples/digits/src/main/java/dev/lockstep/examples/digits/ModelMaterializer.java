package dev.lockstep.examples.digits;

import dev.lockstep.artifact.ArtifactReader;
import dev.lockstep.artifact.ArtifactWriter;
import dev.lockstep.artifact.Materializer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Type;
import org.tribuo.Model;
import org.tribuo.classification.Label;

/** Stores a Tribuo classifier in Tribuo's own format, which any program with Tribuo can load. */
final class ModelMaterializer implements Materializer<Model<Label>> {
  private static final String FILE = "model.tribuo";

  @Override
  public void write(Model<Label> model, Type type, ArtifactWriter writer) throws IOException {
    try (OutputStream out = writer.file(FILE)) {
      model.serializeToStream(out);
    }
  }

  @Override
  public Model<Label> read(Type type, ArtifactReader reader) throws IOException {
    try (InputStream in = reader.file(FILE)) {
      return Model.deserializeFromStream(in).castModel(Label.class);
    } catch (ClassCastException e) {
      throw new IOException(FILE + " holds a model that is no classifier.", e);
    }
  }
}
