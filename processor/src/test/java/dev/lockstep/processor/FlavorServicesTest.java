package dev.lockstep.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.stack.ComponentFlavor;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How flavors are found: compilations that follow each other in one folder. */
class FlavorServicesTest {
  private static final String SERVICE = "META-INF/services/dev.lockstep.stack.ComponentFlavor";

  @TempDir private Path folder;

  @Test
  void aCompilationOfSomeFilesKeepsTheEntriesOfTheOthers() {
    write("src/shop/Farm.java", flavor("Farm", "farm"));
    write("src/shop/Ranch.java", flavor("Ranch", "ranch"));
    compiles("src/shop/Farm.java", "src/shop/Ranch.java");
    compiles("src/shop/Ranch.java");

    assertThat(services())
        .isEqualTo(
            "shop.FarmFlavor # generated from shop.Farm\n"
                + "shop.RanchFlavor # generated from shop.Ranch\n");
  }

  @Test
  void anEntryWhoseClassIsGoneIsDropped() throws IOException {
    write("src/shop/Farm.java", flavor("Farm", "farm"));
    write("src/shop/Ranch.java", flavor("Ranch", "ranch"));
    compiles("src/shop/Farm.java", "src/shop/Ranch.java");
    Files.delete(folder.resolve("out/shop/Farm.class"));
    compiles("src/shop/Ranch.java");

    assertThat(services()).isEqualTo("shop.RanchFlavor # generated from shop.Ranch\n");
  }

  @Test
  void anEntryOfAClassThatIsNoFlavorAnyMoreIsDropped() {
    write("src/shop/Farm.java", flavor("Farm", "farm"));
    compiles("src/shop/Farm.java");
    write("src/shop/Farm.java", "package shop; class Farm { @dev.lockstep.Step void x() {} }");
    compiles("src/shop/Farm.java");

    assertThat(services()).isEmpty();
  }

  @Test
  void whatIsWrittenByHandStays() {
    String byHand = "# by hand\nother.ByHandFlavor\nshop.FarmFlavor # mine\n";
    write("out/" + SERVICE, byHand);
    write("src/" + SERVICE, "# from the sources\nother.ByHandFlavor\n");
    write("src/shop/Farm.java", flavor("Farm", "farm"));
    compiles("-sourcepath", "src", "src/shop/Farm.java");
    compiles("-sourcepath", "src", "src/shop/Farm.java");

    assertThat(services())
        .isEqualTo(
            byHand + "# from the sources\n" + "shop.FarmFlavor # generated from shop.Farm\n");
  }

  @Test
  void aCompilationWithoutFlavorsWritesNothing() {
    write("src/shop/Plain.java", "package shop; class Plain { @dev.lockstep.Step void x() {} }");
    compiles("src/shop/Plain.java");

    assertThat(folder.resolve("out").resolve(SERVICE)).doesNotExist();
  }

  @Test
  void aCompilationWithErrorsLeavesTheFileAsItIs() {
    write("src/shop/Farm.java", flavor("Farm", "farm"));
    compiles("src/shop/Farm.java");
    write("src/shop/Ranch.java", flavor("Ranch", "Not a name"));

    assertThat(compile("src/shop/Ranch.java")).singleElement().asString().startsWith("[LS107]");
    assertThat(services()).isEqualTo("shop.FarmFlavor # generated from shop.Farm\n");
  }

  @Test
  void aRecordThatIsCompiledWithoutItsFlavorIsNoMistake() {
    write("src/shop/Farm.java", flavor("Farm", "farm").replace("Farm() {}", "Farm(Config c) {}"));
    write(
        "src/shop/Config.java",
        "package shop; record Config(@dev.lockstep.Param(\"1\") int size) {}");
    compiles("src/shop/Farm.java", "src/shop/Config.java");
    compiles("src/shop/Config.java");
  }

  @Test
  void aNamedModuleThatDoesNotProvideItsFlavorIsTold() throws IOException {
    write("src/shop/Farm.java", flavor("Farm", "farm"));
    write("src/shop/Ranch.java", flavor("Ranch", "ranch"));
    write("src/module-info.java", module(""));

    assertThat(compileModule("src/module-info.java", "src/shop/Farm.java", "src/shop/Ranch.java"))
        .hasSize(2)
        .allMatch(
            text ->
                text.contains(
                    "write: provides dev.lockstep.stack.ComponentFlavor with shop.FarmFlavor,"
                        + " shop.RanchFlavor;"))
        .anyMatch(
            text ->
                text.startsWith("[LS109] The module 'shop' does not provide flavor 'Farm', so"));
  }

  @Test
  void aNamedModuleThatProvidesItsFlavorIsLeftAlone() throws IOException {
    write("src/shop/Farm.java", flavor("Farm", "farm"));
    write(
        "src/module-info.java",
        module("provides dev.lockstep.stack.ComponentFlavor with shop.FarmFlavor;"));

    assertThat(compileModule("src/module-info.java", "src/shop/Farm.java")).isEmpty();
    assertThat(
            ModuleFinder.of(folder.resolve("out"))
                .find("shop")
                .orElseThrow()
                .descriptor()
                .provides())
        .singleElement()
        .satisfies(provides -> assertThat(provides.providers()).containsExactly("shop.FarmFlavor"));
    assertThat(compileModule("src/shop/Farm.java")).noneMatch(text -> text.contains("[LS109]"));
  }

  @Test
  void theWarningIsSilencedAtTheClass() throws IOException {
    write(
        "src/shop/Farm.java",
        flavor("Farm", "farm")
            .replace("class", "@SuppressWarnings(\"lockstep:flavor-not-provided\") class"));
    write("src/module-info.java", module(""));

    assertThat(compileModule("src/module-info.java", "src/shop/Farm.java")).isEmpty();
  }

  private static String flavor(String type, String name) {
    return """
        package shop;
        import dev.lockstep.metadata.RunStatus;
        import dev.lockstep.orchestrator.*;
        @dev.lockstep.Flavor("%s") class %s implements Orchestrator {
          %s() {}
          @Override public RunStatus execute(RunExecution run) { return RunStatus.SUCCEEDED; }
        }
        """
        .formatted(name, type, type);
  }

  private void write(String file, String text) {
    Path path = folder.resolve(file);
    try {
      Files.createDirectories(Objects.requireNonNull(path.getParent()));
      Files.writeString(path, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String services() {
    try {
      return Files.readString(folder.resolve("out").resolve(SERVICE));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void compiles(String... arguments) {
    assertThat(compile(arguments)).noneMatch(text -> !text.startsWith("[LS031]"));
  }

  /** Compiles files below {@code src} into {@code out} and returns what the compiler said. */
  private List<String> compile(String... arguments) {
    List<String> all =
        new ArrayList<>(
            List.of(
                "-cp",
                System.getProperty("java.class.path")
                    + File.pathSeparator
                    + folder.resolve("out")));
    all.addAll(List.of(arguments));
    return run(all);
  }

  private List<String> compileModule(String... arguments) throws IOException {
    List<String> all =
        new ArrayList<>(List.of("-p", modulePath(), "-Xlint:all,-requires-automatic"));
    all.addAll(List.of(arguments));
    return run(all);
  }

  private List<String> run(List<String> arguments) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> collector = new DiagnosticCollector<>();
    List<String> options = new ArrayList<>(List.of("-d", folder.resolve("out").toString()));
    List<Path> files = new ArrayList<>();
    try (StandardJavaFileManager manager =
        compiler.getStandardFileManager(collector, Locale.ROOT, null)) {
      Files.createDirectories(folder.resolve("out"));
      for (String argument : arguments) {
        if (argument.endsWith(".java")) {
          files.add(folder.resolve(argument));
        } else {
          options.add(argument.equals("src") ? folder.resolve("src").toString() : argument);
        }
      }
      JavaCompiler.CompilationTask task =
          compiler.getTask(
              null, manager, collector, options, null, manager.getJavaFileObjectsFromPaths(files));
      task.setProcessors(Compiling.ours());
      task.call();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return collector.getDiagnostics().stream()
        .map(diagnostic -> diagnostic.getMessage(Locale.ROOT).replaceAll("\n +", "\n  "))
        .toList();
  }

  private static String module(String directive) {
    return "module shop { requires dev.lockstep; requires dev.lockstep.runtime;"
        + " exports shop; "
        + directive
        + " }";
  }

  /** The annotations and the runtime, as jars that are automatic modules. */
  private String modulePath() throws IOException {
    return jar("dev.lockstep", dev.lockstep.Flavor.class)
        + File.pathSeparator
        + jar("dev.lockstep.runtime", ComponentFlavor.class);
  }

  private Path jar(String module, Class<?> type) throws IOException {
    Path origin = Path.of(location(type));
    Path jar = folder.resolve(module + ".jar");
    if (!Files.isDirectory(origin)) {
      return origin;
    }
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().putValue("Automatic-Module-Name", module);
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest);
        Stream<Path> files = Files.walk(origin)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".class")).toList()) {
        out.putNextEntry(
            new JarEntry(origin.relativize(file).toString().replace(File.separatorChar, '/')));
        Files.copy(file, out);
      }
    }
    return jar;
  }

  private static String location(Class<?> type) {
    return type.getProtectionDomain().getCodeSource().getLocation().getPath();
  }
}
