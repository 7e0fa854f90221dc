package dev.lockstep.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A user's project that is a named module compiles and runs as one, as docs/modules.md says. */
class ModuleTest {
  private static final Pattern NAME =
      Pattern.compile("<Automatic-Module-Name>(.*)</Automatic-Module-Name>");

  @TempDir private Path folder;
  private List<Path> jars = List.of();

  @BeforeEach
  void writeTheProject() throws IOException {
    List<Path> found = new ArrayList<>();
    for (String entry :
        System.getProperty("java.class.path").split(Pattern.quote(File.pathSeparator), -1)) {
      Path path = Path.of(entry);
      if (path.endsWith("target/classes") && Files.isDirectory(path)) {
        found.add(jar(path));
      } else if (Files.isRegularFile(path)) {
        found.add(path);
      }
    }
    jars = found;
    write(
        "shop/Customer.java",
        "package shop; public record Customer(String name, java.time.LocalDate since) {}");
    write(
        "shop/Warehouse.java",
        """
        package shop;
        import dev.lockstep.SecretSchema;
        import dev.lockstep.secret.SecretValue;
        @SecretSchema public interface Warehouse { String url(); SecretValue password(); }
        """);
    write(
        "shop/Churn.java",
        """
        package shop;
        import dev.lockstep.*;
        import java.util.*;
        @Pipeline(secrets = "warehouse")
        public class Churn {
          @Step List<Customer> load(@Param("2026-01-01") java.time.LocalDate since) {
            return List.of(new Customer("Ada", since));
          }
          @Step(isolation = Isolation.PROCESS) int count(List<Customer> customers) {
            return customers.size();
          }
          @Step void print(List<Customer> load, int count, Optional<Warehouse> warehouse) {
            System.out.println(getClass().getModule() + " has " + count + ": " + load.get(0).name());
          }
        }
        """);
  }

  @Test
  void aNamedModuleCompilesAndRuns() throws IOException, InterruptedException {
    module(
        "requires dev.lockstep; requires dev.lockstep.runtime;"
            + " opens shop to com.fasterxml.jackson.databind;");

    assertThat(compile("--processor-module-path", "other")).isEmpty();
    assertThat(compile("--processor-path", "out")).isEmpty();
    assertThat(run()).contains("module shop.app has 1: Ada").contains("3 of 3 steps succeeded");
  }

  @Test
  void aModuleThatDoesNotSeeTheRuntimeIsToldWhatToRequire() throws IOException {
    module("requires dev.lockstep;");
    jars = jars.stream().filter(jar -> !isOf(jar, "runtime")).toList();
    Files.delete(folder.resolve("src/shop/Warehouse.java"));
    write(
        "shop/Churn.java",
        "package shop; import dev.lockstep.*;\n"
            + "@Pipeline public class Churn { @Step int load() { return 1; } }");

    assertThat(compile("--processor-path", "out"))
        .contains(
            "[LS047] The runner of 'Churn' needs the runtime, which the module 'shop.app' does not"
                + " read.")
        .contains(
            "Fix: add the dependency dev.lockstep:lockstep-runtime, and 'requires"
                + " dev.lockstep.runtime;' to module-info.java.");
  }

  private void module(String directives) throws IOException {
    write(
        "module-info.java",
        "@SuppressWarnings(\"requires-automatic\") module shop.app { " + directives + " }");
  }

  private String compile(String processorPath, String output) throws IOException {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "-Xlint:all,-path,-options",
                "-Werror",
                "-d",
                folder.resolve(output).toString(),
                "--module-path",
                path(jars.stream().filter(jar -> !isForCompilers(jar)).toList()),
                processorPath,
                path(jars.stream().filter(ModuleTest::isForCompilers).toList())));
    try (Stream<Path> sources = Files.walk(folder.resolve("src"))) {
      sources
          .filter(file -> file.toString().endsWith(".java"))
          .forEach(file -> arguments.add(file.toString()));
    }
    StringWriter said = new StringWriter();
    ToolProvider.findFirst("javac")
        .orElseThrow()
        .run(new PrintWriter(said), new PrintWriter(said), arguments.toArray(String[]::new));
    return said.toString();
  }

  private String run() throws IOException, InterruptedException {
    List<Path> modules = new ArrayList<>(List.of(folder.resolve("out")));
    jars.stream().filter(jar -> !isForCompilers(jar)).forEach(modules::add);
    ProcessBuilder java =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-modules",
                "ALL-MODULE-PATH",
                "--module-path",
                path(modules),
                "--module",
                "shop.app/shop.ChurnRunner")
            .redirectErrorStream(true);
    java.environment().put("LOCKSTEP_HOME", folder.resolve("home").toString());
    Process process = java.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said;
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve("src").resolve(name);
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    Files.writeString(file, text);
  }

  private static String path(List<Path> entries) {
    return entries.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }

  private static boolean isForCompilers(Path jar) {
    return isOf(jar, "processor") || jar.toString().contains("javapoet");
  }

  private static boolean isOf(Path jar, String module) {
    String name = String.valueOf(jar.getFileName());
    return name.equals(module + ".jar") || name.startsWith("lockstep-" + module + "-");
  }

  /** Packs {@code MODULE/target/classes} as the build will, under the name that its pom gives. */
  private Path jar(Path classes) throws IOException {
    Path module = classes.resolve("../..").normalize();
    Matcher name = NAME.matcher(Files.readString(module.resolve("pom.xml")));
    assertThat(name.find()).as("the module's name in " + module).isTrue();
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().putValue("Automatic-Module-Name", name.group(1));
    Path jar = folder.resolve(module.getFileName() + ".jar");
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file, manifest);
        Stream<Path> files = Files.walk(classes)) {
      for (Path entry : files.filter(Files::isRegularFile).toList()) {
        out.putNextEntry(
            new JarEntry(classes.relativize(entry).toString().replace(File.separatorChar, '/')));
        Files.copy(entry, out);
      }
    }
    return jar;
  }
}
