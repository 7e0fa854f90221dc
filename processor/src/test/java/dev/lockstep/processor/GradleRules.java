package dev.lockstep.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.annotation.processing.Completion;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.tools.FileObject;
import javax.tools.JavaFileManager.Location;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;
import org.gradle.WrappedEnvironment;

/**
 * Holds the processors to what Gradle's manual asks of those that it calls incremental, and notes,
 * as Gradle does, which files came from which class.
 */
final class GradleRules {
  private final Map<String, String> kinds = declared();

  /** What was generated for one class, by the class's name, as paths below the outputs. */
  final Map<String, Set<String>> generated = new LinkedHashMap<>();

  /** What was generated from all of them. */
  final Set<String> aggregated = new TreeSet<>();

  /** The classes that aggregating processors have to see every time. */
  final Set<String> aggregatedTypes = new TreeSet<>();

  List<Processor> processors() {
    List<Processor> ours = Compiling.ours();
    assertThat(ours)
        .extracting(processor -> processor.getClass().getName())
        .containsExactlyElementsOf(kinds.keySet());
    return ours.stream()
        .map(processor -> (Processor) new Checked(processor, kind(processor)))
        .toList();
  }

  private String kind(Processor processor) {
    return String.valueOf(kinds.get(processor.getClass().getName()));
  }

  static Map<String, String> declared() {
    Map<String, String> kinds = new LinkedHashMap<>();
    lines("META-INF/gradle/incremental.annotation.processors")
        .forEach(line -> kinds.put(line.split(",", -1)[0], line.split(",", -1)[1]));
    return kinds;
  }

  static List<String> lines(String resource) {
    try (InputStream in = GradleRules.class.getClassLoader().getResourceAsStream(resource)) {
      assertThat(in).as(resource).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private final class Checked implements Processor {
    private final Processor processor;
    private final String kind;

    Checked(Processor processor, String kind) {
      this.processor = processor;
      this.kind = kind;
    }

    @Override
    public Set<String> getSupportedOptions() {
      return processor.getSupportedOptions();
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
      return processor.getSupportedAnnotationTypes();
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return processor.getSupportedSourceVersion();
    }

    @Override
    public void init(ProcessingEnvironment environment) {
      processor.init(new WrappedEnvironment(environment, new CheckedFiler(environment, kind)));
    }

    @Override
    @SuppressWarnings("DoNotClaimAnnotations") // Claims what the wrapped one does.
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      if (kind.equals("aggregating")) {
        for (TypeElement annotation : annotations) {
          Retention retention = annotation.getAnnotation(Retention.class);
          assertThat(retention == null ? RetentionPolicy.CLASS : retention.value())
              .as("retention of " + annotation)
              .isNotEqualTo(RetentionPolicy.SOURCE);
          round
              .getElementsAnnotatedWith(annotation)
              .forEach(element -> aggregatedTypes.add(topLevel(element)));
        }
      }
      return processor.process(annotations, round);
    }

    @Override
    public Iterable<? extends Completion> getCompletions(
        Element element, AnnotationMirror annotation, ExecutableElement member, String text) {
      return processor.getCompletions(element, annotation, member, text);
    }
  }

  private final class CheckedFiler implements Filer {
    private final Filer filer;
    private final String kind;

    CheckedFiler(ProcessingEnvironment environment, String kind) {
      this.filer = environment.getFiler();
      this.kind = kind;
    }

    private void note(String path, Element... origins) {
      Set<String> types = new TreeSet<>();
      for (Element origin : origins) {
        types.add(topLevel(origin));
      }
      if (kind.equals("aggregating")) {
        aggregated.add(path);
      } else {
        assertThat(types).as("origins of " + path).hasSize(1);
        generated.computeIfAbsent(types.iterator().next(), type -> new TreeSet<>()).add(path);
      }
    }

    @Override
    public JavaFileObject createSourceFile(CharSequence name, Element... origins)
        throws IOException {
      note(name.toString().replace('.', '/'), origins);
      return filer.createSourceFile(name, origins);
    }

    @Override
    public JavaFileObject createClassFile(CharSequence name, Element... origins) {
      throw new AssertionError("nothing generates class files");
    }

    @Override
    public FileObject createResource(
        Location location, CharSequence pkg, CharSequence name, Element... origins)
        throws IOException {
      assertThat(location).isEqualTo(StandardLocation.CLASS_OUTPUT);
      note(name.toString(), origins);
      return filer.createResource(location, pkg, name, origins);
    }

    @Override
    public FileObject getResource(Location location, CharSequence pkg, CharSequence name)
        throws IOException {
      assertThat(location.isOutputLocation()).as("reads only what it writes").isTrue();
      return filer.getResource(location, pkg, name);
    }
  }

  private static String topLevel(Element element) {
    Element type = element;
    for (Element e = element; e != null; e = e.getEnclosingElement()) {
      if (e instanceof TypeElement) {
        type = e;
      }
    }
    return type.toString();
  }
}
