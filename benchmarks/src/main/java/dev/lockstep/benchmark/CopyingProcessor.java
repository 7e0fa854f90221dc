package dev.lockstep.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Filer;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.annotation.processing.SupportedOptions;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.tools.StandardLocation;

/** Hands the compiler the files that another processor once generated, and reads no source. */
@SupportedAnnotationTypes("*")
@SupportedOptions({CopyingProcessor.SOURCES, CopyingProcessor.RESOURCES})
public final class CopyingProcessor extends AbstractProcessor {
  static final String SOURCES = "copy.sources";
  static final String RESOURCES = "copy.resources";

  private boolean done;

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latest();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    if (!done) {
      done = true;
      try {
        copy();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return false;
  }

  private void copy() throws IOException {
    Filer filer = processingEnv.getFiler();
    Path sources = Path.of(processingEnv.getOptions().get(SOURCES));
    for (Path file : files(sources)) {
      String path = sources.relativize(file).toString();
      String name = path.substring(0, path.length() - ".java".length()).replace('/', '.');
      try (Writer writer = filer.createSourceFile(name).openWriter()) {
        writer.write(Files.readString(file));
      }
    }
    Path resources = Path.of(processingEnv.getOptions().get(RESOURCES));
    for (Path file : files(resources)) {
      String path = resources.relativize(file).toString();
      try (Writer writer =
          filer.createResource(StandardLocation.CLASS_OUTPUT, "", path).openWriter()) {
        writer.write(Files.readString(file));
      }
    }
  }

  private static Iterable<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
