package dev.lockstep.artifact;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;

/** A text as one UTF-8 file. */
final class TextMaterializer implements Materializer<String> {
  private static final String FILE = "value.txt";

  @Override
  public void write(String value, Type type, ArtifactWriter writer) throws IOException {
    try (OutputStream out = writer.file(FILE)) {
      out.write(value.getBytes(StandardCharsets.UTF_8));
    }
  }

  @Override
  public String read(Type type, ArtifactReader reader) throws IOException {
    try (InputStream in = reader.file(FILE)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
