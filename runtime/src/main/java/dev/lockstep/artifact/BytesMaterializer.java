package dev.lockstep.artifact;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Type;

/** Bytes as one file. */
final class BytesMaterializer implements Materializer<byte[]> {
  private static final String FILE = "value.bin";

  @Override
  public void write(byte[] value, Type type, ArtifactWriter writer) throws IOException {
    try (OutputStream out = writer.file(FILE)) {
      out.write(value);
    }
  }

  @Override
  public byte[] read(Type type, ArtifactReader reader) throws IOException {
    try (InputStream in = reader.file(FILE)) {
      return in.readAllBytes();
    }
  }
}
