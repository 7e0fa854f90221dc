package dev.lockstep.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Generated code and descriptors are what is expected, to the byte, wherever they are made. */
class GoldenTest {
  @ParameterizedTest
  @MethodSource("dev.lockstep.processor.Golden#cases")
  void generatesExactlyWhatIsExpected(String name) throws IOException {
    Compilation compilation = Compiling.files(Golden.SOURCES, Golden.sources(name)).passes();

    Map<String, String> generated = Golden.generated(compilation);
    Golden.regenerate(name, generated);
    Map<String, String> expected = Golden.expected(name);
    assertThat(generated.keySet()).isEqualTo(expected.keySet());
    expected.forEach(
        (file, text) -> assertThat(generated.get(file)).as(name + "/" + file).isEqualTo(text));
  }

  @Test
  void neitherTheOrderOfFilesNorWhereTheCompilerRunsMakesADifference() {
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
      Random random = new Random(1);
      for (int i = 0; i < 3; i++) {
        List<Path> sources = new ArrayList<>(Golden.sources());
        Collections.shuffle(sources, random);
        Compilation compilation = Compiling.files(Golden.SOURCES, sources).passes();

        assertThat(Golden.generated(compilation)).isEqualTo(Golden.expected());
      }
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }

  /** What a JVM reads once, when it starts. */
  @Test
  void neitherTheEncodingNorTheLineSeparatorOfTheSystemMakesADifference(@TempDir Path folder)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "javac").toString(),
                "-J-Dline.separator=\r\n",
                "-J-Dfile.encoding=UTF-16",
                "-J-Duser.language=tr",
                "-J-Duser.country=TR",
                "-J-Duser.timezone=Asia/Kathmandu",
                "-proc:only",
                "-encoding",
                "UTF-8",
                "-processor",
                Compiling.ours().stream()
                    .map(processor -> processor.getClass().getName())
                    .collect(Collectors.joining(",")),
                "-cp",
                System.getProperty("java.class.path"),
                "-d",
                folder.toString()));
    Golden.sources().forEach(source -> command.add(source.toString()));
    File log = folder.resolve("log").toFile();
    Process javac =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log).start();

    assertThat(javac.waitFor()).as(Files.readString(log.toPath())).isZero();
    Map<String, String> generated = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      files
          .filter(Files::isRegularFile)
          .filter(file -> !file.equals(log.toPath()) && !file.endsWith(PipelineIndex.FILE))
          .filter(file -> !file.toString().endsWith(".class"))
          .forEach(file -> generated.put(String.valueOf(file.getFileName()), Golden.read(file)));
    }
    assertThat(generated).isEqualTo(Golden.expected());
  }
}
