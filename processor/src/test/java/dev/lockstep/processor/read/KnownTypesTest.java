package dev.lockstep.processor.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.artifact.ArtifactReader;
import dev.lockstep.artifact.Materializer;
import dev.lockstep.artifact.Materializers;
import dev.lockstep.artifact.Types;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is said of the JDK's types is what the runtime's JSON does with them. */
class KnownTypesTest {
  private static final List<String> TEXTS = List.of("{}", "[]", "\"a\"", "1", "{\"empty\":true}");

  static Set<String> opaque() {
    return KnownTypes.OPAQUE;
  }

  @ParameterizedTest
  @MethodSource("opaque")
  void noJsonBecomesAnOpaqueType(String name) throws ClassNotFoundException {
    Class<?> raw = Class.forName(name.replace("AbstractMap.", "AbstractMap$"));
    Type[] arguments =
        Stream.of(raw.getTypeParameters()).map(p -> Thread.State.class).toArray(Type[]::new);
    Type type = arguments.length == 0 ? raw : Types.of(raw, arguments);
    Materializer<Object> materializer = new Materializers(null).forType(type);

    // Some are made of an empty object, and none of what they are written as.
    long refused = TEXTS.stream().filter(text -> isRefused(materializer, type, text)).count();
    assertThat(refused).as(name).isGreaterThanOrEqualTo(TEXTS.size() - 1);
  }

  private static boolean isRefused(Materializer<Object> materializer, Type type, String text) {
    ArtifactReader reader =
        new ArtifactReader() {
          @Override
          public List<String> files() {
            return List.of("value.json");
          }

          @Override
          public InputStream file(String name) {
            return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
          }

          @Override
          public Path folder() {
            throw new UnsupportedOperationException();
          }
        };
    try {
      materializer.read(type, reader);
      return false;
    } catch (java.io.IOException e) {
      return true;
    }
  }
}
