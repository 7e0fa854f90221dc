package dev.lockstep.artifact;

import java.io.InputStream;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the materializer of a type: raw for {@code String}, {@code byte[]}, {@code Path} and
 * {@code InputStream}; else the one that ServiceLoader finds and that handles the type; else JSON.
 */
public final class Materializers {
  private final @Nullable ClassLoader loader;
  private @Nullable List<Materializer<?>> found;

  /**
   * Creates a chooser.
   *
   * @param loader where ServiceLoader looks, or null for the platform's own loader
   */
  public Materializers(@Nullable ClassLoader loader) {
    this.loader = loader;
  }

  /** The materializer of values of that type. */
  @SuppressWarnings("unchecked") // Each of them reads and writes the type that it is chosen for.
  public <T> Materializer<T> forType(Type type) {
    return (Materializer<T>) choose(type);
  }

  private Materializer<?> choose(Type type) {
    if (type == String.class) {
      return new TextMaterializer();
    }
    if (type == byte[].class) {
      return new BytesMaterializer();
    }
    if (type == Path.class) {
      return new PathMaterializer();
    }
    if (type == InputStream.class) {
      return new StreamMaterializer();
    }
    if (ScalarMaterializer.supports(type)) {
      return new ScalarMaterializer();
    }
    for (Materializer<?> materializer : found()) {
      if (materializer.handles(type)) {
        return materializer;
      }
    }
    return new JsonMaterializer();
  }

  private synchronized List<Materializer<?>> found() {
    List<Materializer<?>> known = found;
    if (known == null) {
      known = new ArrayList<>();
      for (Materializer<?> materializer : ServiceLoader.load(Materializer.class, loader)) {
        known.add(materializer);
      }
      found = known;
    }
    return known;
  }
}
