package dev.lockstep.system;

import dev.lockstep.From;
import dev.lockstep.Pipeline;
import dev.lockstep.Step;
import dev.lockstep.artifact.ArtifactReader;
import dev.lockstep.artifact.ArtifactWriter;
import dev.lockstep.artifact.Materializer;
import dev.lockstep.run.StepContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An output of every kind, and a step that takes them all. */
@Pipeline
class Artifacts {
  record Point(double x, double y) {}

  @SuppressWarnings("ArrayRecordComponent") // As users have them.
  record Everything(
      Map<String, List<Point>> points,
      Instant when,
      Duration how,
      BigDecimal money,
      Optional<String> maybe,
      byte[] raw) {}

  /** Writes a point in two files of its own. */
  static final class PointMaterializer implements Materializer<Point> {
    @Override
    public void write(Point value, Type type, ArtifactWriter writer) throws IOException {
      put(writer, "x.txt", value.x());
      put(writer, "nested/y.txt", value.y());
    }

    @Override
    public Point read(Type type, ArtifactReader reader) throws IOException {
      return new Point(get(reader, "x.txt"), get(reader, "nested/y.txt"));
    }

    private static void put(ArtifactWriter writer, String file, double value) throws IOException {
      try (OutputStream out = writer.file(file)) {
        out.write(String.valueOf(value).getBytes(StandardCharsets.UTF_8));
      }
    }

    private static double get(ArtifactReader reader, String file) throws IOException {
      try (InputStream in = reader.file(file)) {
        return Double.parseDouble(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
  }

  @Step
  String text() {
    return "grüße\n".repeat(2000);
  }

  @Step
  byte[] bytes() {
    return new byte[] {0, -1, 7};
  }

  @Step
  InputStream stream() {
    return new ByteArrayInputStream(new byte[100_000]);
  }

  @Step
  Path file(StepContext context) throws IOException {
    return Files.writeString(context.workFolder().resolve("hello.svg"), "<svg/>");
  }

  @Step
  Path tree(StepContext context) throws IOException {
    Path root = Files.createDirectories(context.workFolder().resolve("site/css"));
    Files.writeString(root.resolve("a.css"), "a{}");
    Files.writeString(root.resolveSibling("index.html"), "<p>");
    return context.workFolder().resolve("site");
  }

  @Step(materializer = PointMaterializer.class)
  Point point() {
    return new Point(0.5, Double.NaN);
  }

  @Step
  Everything everything() {
    return new Everything(
        Map.of("a", List.of(new Point(1, 2))),
        Instant.parse("2026-01-31T10:00:00.123456Z"),
        Duration.ofSeconds(3),
        new BigDecimal("1.10"),
        Optional.empty(),
        new byte[] {1, 2});
  }

  @Step
  double number() {
    return 0.1;
  }

  @Step
  String check(
      String text,
      byte[] bytes,
      InputStream stream,
      Path file,
      @From("tree") Path folder,
      Point point,
      Everything everything,
      double number,
      StepContext context)
      throws IOException {
    boolean same =
        text.equals(text())
            && Arrays.equals(bytes, bytes())
            && stream.readAllBytes().length == 100_000
            && file.getFileName().toString().equals("hello.svg")
            && Files.readString(file).equals("<svg/>")
            && Files.readString(folder.resolve("css/a.css")).equals("a{}")
            && Files.exists(folder.resolve("index.html"))
            && point.x() == 0.5
            && Double.isNaN(point.y())
            && everything.points().equals(Map.of("a", List.of(new Point(1, 2))))
            && everything.when().equals(Instant.parse("2026-01-31T10:00:00.123456Z"))
            && everything.how().equals(Duration.ofSeconds(3))
            && everything.money().toString().equals("1.10")
            && everything.maybe().isEmpty()
            && Arrays.equals(everything.raw(), new byte[] {1, 2})
            && number == 0.1;
    stream.close();
    return same ? "all the same" : "changed on the way";
  }
}
