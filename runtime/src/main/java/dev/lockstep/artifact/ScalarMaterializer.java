package dev.lockstep.artifact;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Type;
import java.util.Set;

/**
 * Numbers and truth values as JSON, the same text that {@link JsonMaterializer} writes, without the
 * half second of processor time that data binding takes to start.
 */
final class ScalarMaterializer implements Materializer<Object> {
  private static final String FILE = JsonMaterializer.FILE;
  private static final JsonFactory FACTORY = new JsonFactory();

  static boolean supports(Type type) {
    return Set.<Type>of(Boolean.class, Integer.class, Long.class, Double.class).contains(type);
  }

  @Override
  public void write(Object value, Type type, ArtifactWriter writer) throws IOException {
    try (OutputStream out = writer.file(FILE);
        JsonGenerator json = FACTORY.createGenerator(out)) {
      if (value instanceof Boolean flag) {
        json.writeBoolean(flag);
      } else if (value instanceof Double number) {
        json.writeNumber(number); // NaN and the infinities become quoted texts.
      } else {
        json.writeNumber(((Number) value).longValue());
      }
    }
  }

  @Override
  public Object read(Type type, ArtifactReader reader) throws IOException {
    try (InputStream in = reader.file(FILE);
        JsonParser json = FACTORY.createParser(in)) {
      json.nextToken();
      if (type == Boolean.class) {
        return json.getBooleanValue();
      }
      if (type == Double.class) {
        return Double.valueOf(json.getText());
      }
      return type == Integer.class ? (Object) json.getIntValue() : (Object) json.getLongValue();
    }
  }
}
