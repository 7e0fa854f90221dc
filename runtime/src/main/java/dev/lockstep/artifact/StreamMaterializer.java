package dev.lockstep.artifact;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Type;

/** A stream, read to its end and closed, as one file; whoever takes it closes what it gets. */
final class StreamMaterializer implements Materializer<InputStream> {
  private static final String FILE = "value.bin";

  @Override
  public void write(InputStream value, Type type, ArtifactWriter writer) throws IOException {
    try (value;
        OutputStream out = writer.file(FILE)) {
      value.transferTo(out);
    }
  }

  @Override
  public InputStream read(Type type, ArtifactReader reader) throws IOException {
    return reader.file(FILE);
  }
}
