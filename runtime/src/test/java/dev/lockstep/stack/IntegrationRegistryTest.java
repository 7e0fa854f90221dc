package dev.lockstep.stack;

import static dev.lockstep.stack.ComponentType.SECRETS_MANAGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.builtin.BuiltInFlavors;
import dev.lockstep.home.LockstepHome;
import dev.lockstep.secret.SecretValue;
import dev.lockstep.secret.SecretsManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IntegrationRegistryTest {
  private static final Integration VAULT = Integration.named("vault").orElseThrow();

  private final LockstepHome home;
  private final IntegrationRegistry registry;
  private final VaultJars jars;

  IntegrationRegistryTest(@TempDir Path folder) {
    this.home = new LockstepHome(folder.resolve("home"));
    this.registry = new IntegrationRegistry(home);
    this.jars = new VaultJars(folder);
  }

  private InstalledIntegration install(Map<Path, String> files) {
    try (StagedJars staged = registry.stage(VAULT, files)) {
      return registry.install(VAULT, VaultJars.ARTIFACT, staged);
    }
  }

  private OpenStack open() {
    Configuration configuration =
        Configuration.builtIn()
            .registerComponent(new Component(SECRETS_MANAGER, "v", "vault", Map.of()));
    configuration =
        configuration.updateStack(configuration.stack("default").with(SECRETS_MANAGER, "v"));
    return OpenStack.of(
        configuration.stack("default"),
        configuration,
        BuiltInFlavors.flavors(home),
        home,
        Map.of());
  }

  private static Map<String, String> told(SecretsManager secrets) {
    Map<String, String> told = new LinkedHashMap<>();
    for (Map.Entry<String, SecretValue> value : secrets.get("x").values().entrySet()) {
      told.put(value.getKey(), value.getValue().reveal());
    }
    return told;
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.walk(home.integrationsFolder())) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> home.integrationsFolder().relativize(file).toString())
          .sorted()
          .toList();
    }
  }

  private List<String> openJars() throws IOException {
    List<String> open = new ArrayList<>();
    try (Stream<Path> handles = Files.list(Path.of("/proc/self/fd"))) {
      for (Path handle : handles.toList()) {
        try {
          String file = Files.readSymbolicLink(handle).toString();
          if (file.startsWith(home.integrationsFolder().toString())) {
            open.add(file);
          }
        } catch (IOException e) {
          // It was closed meanwhile.
        }
      }
    }
    return open;
  }

  @Test
  void anIntegrationSeesItsOwnJarsTheJdkAndTheRuntimeAndNothingOfTheApplication() throws Exception {
    assertThat(clash.Library.edition()).isEqualTo("the application's");
    install(jars.jars("the integration's"));
    ClassLoader mine = Thread.currentThread().getContextClassLoader();
    try (OpenStack stack = open()) {
      SecretsManager secrets = stack.secretsManager().orElseThrow();
      assertThat(told(secrets))
          .containsEntry("edition", "the integration's")
          .containsEntry("application", "hidden")
          .containsEntry("logging", "org.slf4j.Logger");
      assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(mine);
    }
  }

  @Test
  void librariesOfAnIntegrationFindTheirPartsInItsJarsOnEveryThread() throws Exception {
    install(jars.jars("a"));
    try (OpenStack stack = open()) {
      SecretsManager secrets = stack.secretsManager().orElseThrow();
      ExecutorService pool = Executors.newSingleThreadExecutor();
      try {
        Future<Map<String, String>> there = pool.submit(() -> told(secrets));
        assertThat(there.get()).containsEntry("made", "found").containsEntry("parts", "found");
        ClassLoader theirs =
            pool.submit(() -> Thread.currentThread().getContextClassLoader()).get();
        assertThat(theirs).isSameAs(Thread.currentThread().getContextClassLoader());
      } finally {
        pool.shutdown();
      }
    }
  }

  @Test
  void aCallThatFailsLeavesTheThreadAsItWas() throws Exception {
    install(jars.jars("a"));
    ClassLoader mine = Thread.currentThread().getContextClassLoader();
    try (OpenStack stack = open()) {
      SecretsManager secrets = stack.secretsManager().orElseThrow();
      assertThatThrownBy(
              () -> secrets.register(dev.lockstep.secret.Secret.of("x", "arbitrary", Map.of())))
          .isInstanceOf(IllegalStateException.class);
      assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(mine);
    }
  }

  @Test
  void theJarsAreOpenAsLongAsAComponentIsAndNoLonger() throws Exception {
    install(jars.jars("a"));
    Flavors flavors = BuiltInFlavors.flavors(home);
    for (int i = 0; i < 3; i++) {
      try (OpenStack stack = open();
          OpenStack other = open()) {
        assertThat(told(stack.secretsManager().orElseThrow())).containsEntry("parts", "found");
        other.secretsManager().orElseThrow().close();
        assertThat(stack.secretsManager().orElseThrow().list()).containsExactly("found");
        assertThat(openJars()).isNotEmpty();
      }
      assertThat(openJars()).isEmpty();
    }
    assertThat(flavors.list(SECRETS_MANAGER))
        .filteredOn(flavor -> flavor.name().equals("vault"))
        .singleElement()
        .satisfies(
            flavor -> {
              assertThat(flavor.ready()).isTrue();
              assertThat(flavor.className()).isEqualTo("dev.lockstep.vault.VaultFlavor");
            });
    assertThat(openJars()).as("a list loads nothing").isEmpty();
  }

  @Test
  void whatIsNotInstalledIsToldByTheCommandThatInstallsIt() {
    assertThatThrownBy(() -> BuiltInFlavors.flavors(home).find(SECRETS_MANAGER, "vault"))
        .isInstanceOf(StackException.class)
        .hasMessageStartingWith(
            "The secrets manager flavor 'vault' belongs to the integration 'vault', which is not"
                + " installed. Fix: lockstep integration install vault (or, for a project of its"
                + " own: add dev.lockstep:lockstep-vault");
    assertThat(BuiltInFlavors.flavors(home).list(ComponentType.ARTIFACT_STORE))
        .extracting(AvailableFlavor::name, AvailableFlavor::from, AvailableFlavor::problem)
        .contains(
            org.assertj.core.groups.Tuple.tuple(
                "s3", "integration aws", "not installed. Fix: lockstep integration install aws"));
    assertThat(home.root()).doesNotExist();
  }

  @Test
  void whatIsInstalledIsForItsOwnerOnlyAndUninstallingLeavesNothingOfIt() throws Exception {
    InstalledIntegration installed = install(jars.jars("a"));
    assertThat(installed.version()).isEqualTo("1");
    assertThat(installed.size()).isPositive();
    assertThat(registry.find("vault")).contains(installed);
    assertThat(files()).hasSize(4).contains("installed.yaml", ".installed.yaml.lock");
    for (String file : files()) {
      assertThat(
              PosixFilePermissions.toString(
                  Files.getPosixFilePermissions(home.integrationsFolder().resolve(file))))
          .as(file)
          .isEqualTo("rw-------");
    }
    assertThat(registry.uninstall(VAULT)).isTrue();
    assertThat(files()).containsExactly(".installed.yaml.lock", "installed.yaml");
    assertThat(home.integrationsFolder().resolve("vault")).doesNotExist();
    assertThat(registry.all()).isEmpty();
    assertThat(registry.uninstall(VAULT)).isFalse();
  }

  @Test
  void whoUsesAnEditionKeepsItWhileAnotherOneIsInstalledAndTheOldestGoes() throws Exception {
    install(jars.jars("first"));
    try (OpenStack running = open()) {
      // Made, but not all of its classes are loaded yet.
      SecretsManager secrets = running.secretsManager().orElseThrow();
      install(jars.jars("second"));
      assertThat(told(secrets)).containsEntry("edition", "first");
    }
    try (OpenStack later = open()) {
      assertThat(told(later.secretsManager().orElseThrow())).containsEntry("edition", "second");
    }
    assertThat(files()).hasSize(6 - 1); // The flavor's own jar is the same in both.
    install(jars.jars("third"));
    assertThat(files()).as("the first one's library has gone").hasSize(5);
  }

  @Test
  void aJarThatIsGoneOrChangedAndAnotherVersionAreToldWithTheCommandThatMendsThem()
      throws Exception {
    InstalledIntegration installed = install(jars.jars("a"));
    Path jar =
        home.integrationsFolder().resolve("vault").resolve(installed.jars().get(1).fileName());
    byte[] content = Files.readAllBytes(jar);
    Files.write(jar, new byte[] {'P', 'K'});
    assertThatThrownBy(() -> BuiltInFlavors.flavors(home).find(SECRETS_MANAGER, "vault"))
        .isInstanceOf(StackException.class)
        .hasMessage(
            "The secrets manager flavor 'vault' of the integration 'vault' cannot be used: its jar "
                + jar
                + " was changed since. Fix: lockstep integration install vault");
    Files.write(jar, content);
    Files.setLastModifiedTime(jar, FileTime.fromMillis(0)); // As when a backup was restored.
    assertThat(registry.problem(installed)).isNull();
    Files.delete(jar);
    assertThat(registry.problem(installed)).contains("is gone");
    install(jars.jars("a"));
    assertThat(registry.problem(registry.find("vault").orElseThrow())).isNull();

    Path file = home.integrationsFolder().resolve("installed.yaml");
    Files.writeString(
        file, Files.readString(file).replaceFirst("lockstep: .*", "lockstep: \"0.0.9\""));
    assertThatThrownBy(() -> BuiltInFlavors.flavors(home).find(SECRETS_MANAGER, "vault"))
        .hasMessageContaining("it was installed by lockstep 0.0.9, and this is ")
        .hasMessageEndingWith("Fix: lockstep integration install vault");
  }

  @Test
  void jarsThatDoNotBringWhatTheyShouldAreRefusedAndLeaveNothing() throws Exception {
    Map<Path, String> odd = jars.jars("a", "valut");
    assertThatThrownBy(() -> install(odd))
        .isInstanceOf(StackException.class)
        .hasMessageStartingWith(
            "dev.lockstep:lockstep-vault:1 does not bring the secrets manager flavor 'vault'.");
    assertThat(files()).isEmpty();
    Map<Path, String> alone = new LinkedHashMap<>(jars.jars("a"));
    alone.keySet().removeIf(file -> file.toString().contains("library"));
    install(alone);
    try (OpenStack stack = open()) {
      assertThatThrownBy(stack::secretsManager)
          .isInstanceOf(StackException.class)
          .hasMessageContaining("needs the class clash.Library")
          .hasMessageEndingWith("Fix: lockstep integration install vault --reinstall");
    }
    assertThat(openJars()).isEmpty();
  }

  @Test
  void aDamagedOrNewerFileIsToldByItsLineAndLeftAlone() throws Exception {
    Path file = home.integrationsFolder().resolve("installed.yaml");
    Files.createDirectories(home.integrationsFolder());
    for (String text :
        List.of(
            "format: 2\n",
            "format: 1\nintegrations:\n  vault:\n    artifact: a:b:1\n",
            "format: 1\nintegrations:\n  ../../x:\n    artifact: a:b:1\n")) {
      Files.writeString(file, text);
      assertThatThrownBy(registry::all)
          .isInstanceOf(StackException.class)
          .hasMessageContaining(file + ", line ")
          .hasMessageContaining("Nothing was changed.");
      Map<Path, String> files = jars.jars("a");
      if (text.startsWith("format: 2")) {
        assertThatThrownBy(() -> install(files)).isInstanceOf(StackException.class);
      }
      assertThat(file).hasContent(text);
    }
    assertThat(BuiltInFlavors.flavors(home).find(SECRETS_MANAGER, "local").name())
        .isEqualTo("local");
  }

  @Test
  void fieldsAndIntegrationsOfANewerVersionSurvive() throws Exception {
    Path file = home.integrationsFolder().resolve("installed.yaml");
    install(jars.jars("a"));
    String text = Files.readString(file);
    String entry =
        text.substring(text.indexOf("  vault:"), text.lastIndexOf("..."))
            .replace("  vault:", "  later:");
    Files.writeString(
        file, text.replace("integrations:\n", "signed: yes\nintegrations:\n" + entry));
    registry.uninstall(VAULT);
    assertThat(Files.readString(file)).contains("signed: ").contains("  later:");
    assertThat(registry.all()).extracting(InstalledIntegration::name).containsExactly("later");
  }

  @Test
  void manyInstallAndUninstallAtOnceAndWhatIsSeenIsWhole() throws Exception {
    Map<Path, String> first = jars.jars("first");
    Map<Path, String> second = jars.jars("second");
    ExecutorService pool = Executors.newFixedThreadPool(4);
    try {
      List<Future<?>> done = new ArrayList<>();
      for (int i = 0; i < 24; i++) {
        Map<Path, String> files = i % 2 == 0 ? first : second;
        boolean remove = i % 6 == 5;
        done.add(
            pool.submit(
                () -> {
                  if (remove) {
                    registry.uninstall(VAULT);
                  } else {
                    install(files);
                  }
                  return null;
                }));
      }
      for (Future<?> each : done) {
        each.get();
      }
    } finally {
      pool.shutdown();
    }
    install(first);
    assertThat(registry.problem(registry.find("vault").orElseThrow())).isNull();
    assertThat(files()).noneMatch(file -> file.endsWith(".part"));
  }
}
