package dev.lockstep.artifact;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Type;
import java.util.Optional;
import java.util.regex.Pattern;

/** Any value as JSON by Jackson's data binding, under its static type. */
final class JsonMaterializer implements Materializer<Object> {
  static final String FILE = "value.json";

  private static final Pattern SETTINGS =
      Pattern.compile(
          " \\((to avoid exception, disable|no Creators, like default constructor|although at least"
              + " one Creator)[^)]*\\)");

  private static final String HINT =
      ". Fix: make it a record of simple types, or name a Materializer with"
          + " @Step(materializer = ...).";

  @Override
  public void write(Object value, Type type, ArtifactWriter writer) throws IOException {
    ObjectMapper mapper = Mapper.INSTANCE;
    try (OutputStream out = writer.file(FILE)) {
      mapper.writerFor(mapper.constructType(type)).writeValue(out, value);
    } catch (JsonProcessingException e) {
      throw new IOException(type.getTypeName() + " cannot be written as JSON: " + reason(e), e);
    }
  }

  @Override
  public Object read(Type type, ArtifactReader reader) throws IOException {
    ObjectMapper mapper = Mapper.INSTANCE;
    try (InputStream in = reader.file(FILE)) {
      Object value = mapper.readValue(in, mapper.constructType(type));
      in.transferTo(OutputStream.nullOutputStream()); // To its end, where the sum is compared.
      return value;
    } catch (JsonProcessingException e) {
      throw new IOException(type.getTypeName() + " cannot be read from JSON: " + reason(e), e);
    }
  }

  /**
   * What is wrong and how to mend it, without the excerpt of the data that Jackson appends, and
   * without the settings of Jackson's that it proposes to change.
   */
  private static String reason(JsonProcessingException e) {
    String reason = e.getOriginalMessage();
    Optional<ClosedPackage> closed = ClosedPackage.in(reason);
    if (closed.isPresent()) {
      return closed.get().explanation();
    }
    int end = reason.indexOf('\n');
    return SETTINGS.matcher(end < 0 ? reason : reason.substring(0, end)).replaceAll("") + HINT;
  }

  /** Set up when the first value needs it. */
  private static final class Mapper {
    static final ObjectMapper INSTANCE =
        JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(new Jdk8Module())
            // The stream is read on to its end, where a stored file's sum is compared.
            .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
            .build();
  }
}
