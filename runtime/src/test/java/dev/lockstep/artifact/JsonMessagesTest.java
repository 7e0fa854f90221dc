package dev.lockstep.artifact;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What JSON cannot hold is said in the user's terms, with the edit that mends it. */
final class JsonMessagesTest {
  private static final String FIX =
      ". Fix: make it a record of simple types, or name a Materializer with"
          + " @Step(materializer = ...).";

  interface Shape {}

  static final class Hidden {}

  @Test
  void whatCannotBeWrittenIsNamedWithoutJacksonsSettings() {
    assertThatThrownBy(
            () ->
                new JsonMaterializer()
                    .write(new Hidden(), Hidden.class, name -> OutputStream.nullOutputStream()))
        .hasMessage(
            Hidden.class.getTypeName()
                + " cannot be written as JSON: No serializer found for class "
                + Hidden.class.getTypeName()
                + " and no properties discovered to create BeanSerializer"
                + FIX);
  }

  @Test
  void whatCannotBeReadIsNamedWithoutTheData() {
    ArtifactReader reader =
        new ArtifactReader() {
          @Override
          public List<String> files() {
            return List.of(JsonMaterializer.FILE);
          }

          @Override
          public InputStream file(String name) {
            return new ByteArrayInputStream("{\"a\":\"data\"}".getBytes(StandardCharsets.UTF_8));
          }

          @Override
          public Path folder() {
            throw new UnsupportedOperationException();
          }
        };

    assertThatThrownBy(() -> new JsonMaterializer().read(Shape.class, reader))
        .hasMessageStartingWith(
            Shape.class.getTypeName()
                + " cannot be read from JSON: Cannot construct instance of `"
                + Shape.class.getTypeName()
                + "`: abstract types")
        .hasMessageEndingWith(FIX)
        .hasMessageNotContaining("data");
  }
}
