package dev.lockstep.stack;

import static dev.lockstep.stack.ComponentType.ORCHESTRATOR;
import static dev.lockstep.stack.ComponentType.SECRETS_MANAGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import dev.lockstep.builtin.BuiltInFlavors;
import dev.lockstep.home.LockstepHome;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlavorRegistryTest {
  private final Path folder;
  private final LockstepHome home;
  private final FlavorRegistry registry;
  private Path jar;

  FlavorRegistryTest(@TempDir Path folder) {
    this.folder = folder;
    this.home = new LockstepHome(folder.resolve("home"));
    this.registry = new FlavorRegistry(home);
    this.jar = folder.resolve("flavors.jar");
  }

  @BeforeEach
  void compileAFlavor() throws IOException {
    jar = jar("flavors.jar", "first");
  }

  private Path jar(String name, String description) throws IOException {
    Path source = folder.resolve("vault/BoxFlavor.java");
    Files.createDirectories(folder.resolve("vault"));
    Files.writeString(
        source,
        """
        package vault;
        import dev.lockstep.secret.SecretsManager;
        import dev.lockstep.stack.*;
        import java.util.List;
        public final class BoxFlavor implements ComponentFlavor<SecretsManager> {
          public ComponentType type() { return ComponentType.SECRETS_MANAGER; }
          public String name() { return "box"; }
          public String description() { return "%s"; }
          public List<FlavorOption> options() { return List.of(); }
          public SecretsManager create(ComponentContext context) {
            throw new UnsupportedOperationException();
          }
        }
        """
            .formatted(description));
    Path classes = Files.createTempDirectory(folder, "classes");
    StringWriter said = new StringWriter();
    int code =
        ToolProvider.findFirst("javac")
            .orElseThrow()
            .run(
                new PrintWriter(said),
                new PrintWriter(said),
                "-proc:none",
                "-cp",
                System.getProperty("java.class.path"),
                "-d",
                classes.toString(),
                source.toString());
    assertThat(code).as(said.toString()).isZero();
    Path file = folder.resolve(name);
    try (OutputStream out = Files.newOutputStream(file);
        JarOutputStream entries = new JarOutputStream(out)) {
      entries.putNextEntry(new JarEntry("vault/BoxFlavor.class"));
      Files.copy(classes.resolve("vault/BoxFlavor.class"), entries);
    }
    return file;
  }

  private RegisteredFlavor register(Path... jars) {
    try (StagedJars staged = registry.stage(List.of(jars))) {
      return registry.register(SECRETS_MANAGER, "box", "vault.BoxFlavor", staged);
    }
  }

  /** All but those of integrations. */
  private static List<AvailableFlavor> here(Flavors flavors) {
    return flavors.list(SECRETS_MANAGER).stream()
        .filter(flavor -> flavor.origin() != AvailableFlavor.Origin.INTEGRATION)
        .toList();
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(home.integrationsFolder())) {
      return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
    }
  }

  @Test
  void aRegisteredFlavorIsFoundAfterThoseThatAreBuiltInAndOnTheClassPath() {
    Flavors flavors = BuiltInFlavors.flavors(home);
    assertThatThrownBy(() -> flavors.find(SECRETS_MANAGER, "box"))
        .hasMessageContaining("lockstep secrets-manager flavor register CLASS --jar FILE");

    register(jar);

    assertThat(flavors.find(SECRETS_MANAGER, "box").description()).isEqualTo("first");
    assertThat(here(flavors))
        .extracting(AvailableFlavor::name, AvailableFlavor::origin, AvailableFlavor::place)
        .containsExactly(
            tuple("local", AvailableFlavor.Origin.BUILT_IN, ""),
            tuple("env", AvailableFlavor.Origin.BUILT_IN, ""),
            tuple("box", AvailableFlavor.Origin.REGISTERED, jar.toString()));
    assertThat(flavors.list(ORCHESTRATOR)).hasSize(1);
    assertThatThrownBy(() -> flavors.find(SECRETS_MANAGER, "bx"))
        .hasMessageContaining("Did you mean 'box'? There are: aws, azure, box, env, gcp, local,");
  }

  @Test
  void oneOnTheClassPathIsUsedBeforeARegisteredOneOfItsName() throws IOException {
    register(jar);
    Path services = Files.createDirectories(folder.resolve("path/META-INF/services"));
    Files.writeString(services.resolve(ComponentFlavor.class.getName()), Box.class.getName());
    try (URLClassLoader loader =
        new URLClassLoader(
            new URL[] {folder.resolve("path").toUri().toURL()}, Box.class.getClassLoader())) {
      Flavors flavors = new Flavors(new BuiltInFlavors(), loader, null, registry);

      assertThat(flavors.find(SECRETS_MANAGER, "box")).isInstanceOf(Box.class);
      assertThat(here(flavors))
          .extracting(AvailableFlavor::origin, AvailableFlavor::problem)
          .containsExactly(
              tuple(AvailableFlavor.Origin.BUILT_IN, ""),
              tuple(AvailableFlavor.Origin.BUILT_IN, ""),
              tuple(AvailableFlavor.Origin.CLASS_PATH, ""),
              tuple(
                  AvailableFlavor.Origin.REGISTERED,
                  "another one of this name, found before it, is used in its place"));
    }
  }

  /** A flavor of the same name, as an application would bring it. */
  public static final class Box extends FlavorsTest.Memory {
    @Override
    public String name() {
      return "box";
    }
  }

  @Test
  void theJarIsCopiedForItsOwnerOnlyAndTheOriginalIsNotNeededAnyMore() throws IOException {
    RegisteredFlavor flavor = register(jar);
    Path copy = home.integrationsFolder().resolve(flavor.jars().get(0).fileName());
    assertThat(Files.readAllBytes(copy)).isEqualTo(Files.readAllBytes(jar));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(copy)))
        .isEqualTo("rw-------");

    Files.delete(jar);
    assertThat(registry.load(flavor).description()).isEqualTo("first");
    assertThat(files())
        .containsOnly(".flavors.yaml.lock", "flavors.yaml", flavor.jars().get(0).fileName());
  }

  @Test
  void registeringAnewReplacesItWhileWhoHasTheOldJarKeepsIt() throws IOException {
    RegisteredFlavor old = register(jar);
    FlavorRegistry running = new FlavorRegistry(home);
    assertThat(running.load(old).description()).isEqualTo("first");

    register(jar("flavors.jar", "second"));

    assertThat(
            registry.find(SECRETS_MANAGER, "box").map(registry::load).orElseThrow().description())
        .isEqualTo("second");
    assertThat(registry.all(SECRETS_MANAGER)).hasSize(1);
    assertThat(running.load(old).description()).isEqualTo("first");
  }

  @Test
  void aJarThatIsGoneOrWasChangedIsToldWithTheCommandThatMendsIt() throws IOException {
    RegisteredFlavor flavor = register(jar);
    Path copy = home.integrationsFolder().resolve(flavor.jars().get(0).fileName());
    byte[] content = Files.readAllBytes(copy);

    Files.write(copy, new byte[] {'P', 'K'});
    assertThatThrownBy(() -> BuiltInFlavors.flavors(home).find(SECRETS_MANAGER, "box"))
        .isInstanceOf(StackException.class)
        .hasMessage(
            "The secrets manager flavor 'box', which was registered from "
                + jar
                + ", cannot be used: its jar "
                + copy
                + " was changed since. Fix: lockstep secrets-manager flavor register"
                + " vault.BoxFlavor --jar "
                + jar);
    Files.delete(copy);
    assertThatThrownBy(() -> registry.load(flavor)).hasMessageContaining(copy + " is gone");
    assertThat(here(BuiltInFlavors.flavors(home)).get(2).problem()).contains("is gone");
    assertThat(here(BuiltInFlavors.flavors(home))).filteredOn(AvailableFlavor::ready).hasSize(2);

    // As when a backup was restored.
    Files.write(copy, content);
    Files.setLastModifiedTime(copy, FileTime.fromMillis(0));
    assertThat(registry.load(flavor).name()).isEqualTo("box");

    Files.delete(copy);
    register(jar);
    assertThat(registry.load(flavor).name()).isEqualTo("box");
  }

  @Test
  void whatIsDeletedTakesItsJarsWithItUnlessAnotherOneNeedsThem() throws IOException {
    RegisteredFlavor box = register(jar);
    try (StagedJars staged = registry.stage(List.of(jar))) {
      registry.register(ORCHESTRATOR, "other", "vault.Other", staged);
    }
    Files.createFile(home.integrationsFolder().resolve("mine.jar"));

    registry.delete(box);
    assertThat(registry.find(SECRETS_MANAGER, "box")).isEmpty();
    assertThat(files()).contains(box.jars().get(0).fileName(), "mine.jar");

    registry.delete(registry.find(ORCHESTRATOR, "other").orElseThrow());
    assertThat(files()).containsOnly(".flavors.yaml.lock", "flavors.yaml", "mine.jar");
  }

  @Test
  void whatIsStagedAndNotRegisteredLeavesNothing() throws IOException {
    try (StagedJars staged = registry.stage(List.of(jar))) {
      assertThat(staged.make("vault.BoxFlavor").name()).isEqualTo("box");
      assertThat(staged.classNames()).containsExactly("vault.BoxFlavor");
      assertThat(files()).hasSize(1);
    }
    assertThat(files()).isEmpty();
  }

  @Test
  void fieldsOfANewerVersionSurvive() throws IOException {
    Path file = home.integrationsFolder().resolve("flavors.yaml");
    register(jar);
    String text = Files.readString(file);
    Files.writeString(
        file,
        text.replace(
                "flavors:\n", "signed: true\nflavors:\n  deployer:\n    x:\n      class: a.B\n")
            .replace("      class: ", "      trust: me\n      class: "));

    register(jar("flavors.jar", "second"));
    try (StagedJars staged = registry.stage(List.of(jar))) {
      registry.delete(registry.register(ORCHESTRATOR, "other", "vault.Other", staged));
    }

    assertThat(Files.readString(file))
        .contains("signed: ", "deployer:", "class: a.B", "trust: me", "class: vault.BoxFlavor");
  }

  @Test
  void whatANewerVersionWroteInAnotherWayKeepsNoFlavorFromBeingDeleted() throws IOException {
    Path file = home.integrationsFolder().resolve("flavors.yaml");
    RegisteredFlavor box = register(jar);
    String text = Files.readString(file);
    Files.writeString(file, text.replace("flavors:\n", "flavors:\n  deployer:\n    x: a.B\n"));

    registry.delete(box);
    assertThat(registry.find(SECRETS_MANAGER, "box")).isEmpty();
    assertThat(Files.readString(file)).contains("deployer:", "x: a.B");
    // Nobody knows which jars that one needs.
    assertThat(files()).contains(box.jars().get(0).fileName());
  }

  @Test
  void aDamagedOrNewerFileIsToldByItsLineAndLeftAlone() throws IOException {
    Path file = home.integrationsFolder().resolve("flavors.yaml");
    Files.createDirectories(home.integrationsFolder());
    List<String> damaged = new ArrayList<>();
    damaged.add("format: 2\n");
    damaged.add("format: 1\nflavors:\n  secrets-manager:\n    box:\n      class: a.B\n");
    damaged.add(
        "format: 1\nflavors:\n  secrets-manager:\n    box:\n      class: a.B\n      jars:\n"
            + "        ../../x:\n          size: 1\n");
    for (String text : damaged) {
      Files.writeString(file, text);
      assertThatThrownBy(() -> BuiltInFlavors.flavors(home).find(SECRETS_MANAGER, "box"))
          .isInstanceOf(StackException.class)
          .hasMessageContaining(file + ", line ")
          .hasMessageContaining("Nothing was changed.");
      assertThat(file).hasContent(text);
    }
    assertThat(BuiltInFlavors.flavors(home).find(SECRETS_MANAGER, "local").name())
        .isEqualTo("local");
  }
}
