package dev.lockstep.stack;

import static dev.lockstep.stack.ComponentType.ARTIFACT_STORE;
import static dev.lockstep.stack.ComponentType.SECRETS_MANAGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.home.LockstepHome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationFileTest {
  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it.
  Path folder;

  private LockstepHome home = new LockstepHome(Path.of("."));
  private ConfigurationFile file = new ConfigurationFile(home);

  @BeforeEach
  void open() {
    home = new LockstepHome(folder.resolve("home"));
    file = new ConfigurationFile(home);
  }

  @Test
  void withoutAFileThereIsTheDefaultStackAndNothingIsCreated() {
    assertThat(file.load().stacks()).extracting(Stack::name).containsExactly("default");
    assertThat(home.root()).doesNotExist();
  }

  @Test
  void whatIsConfiguredIsReadBack() throws IOException {
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put("bucket", "s3://models/ü");
    attributes.put("port", "0080");
    attributes.put("flag", "yes");
    attributes.put("empty", "");
    attributes.put("key", "{{aws.key}} \"quoted\"\nline");
    Component store = new Component(ARTIFACT_STORE, "models", "s3", attributes);
    file.update(
        c ->
            c.registerComponent(store)
                .registerStack(c.stack("default").withName("prod").with(SECRETS_MANAGER, "default"))
                .withActiveStack("prod"));
    file.update(c -> c.updateStack(c.stack("prod").with(ARTIFACT_STORE, "models")));

    Configuration read = new ConfigurationFile(home).load();
    assertThat(read.component(ARTIFACT_STORE, "models")).isEqualTo(store);
    assertThat(read.component(ARTIFACT_STORE, "models").attributes().keySet())
        .containsExactlyElementsOf(attributes.keySet());
    assertThat(read.stack("prod").component(ARTIFACT_STORE)).contains("models");
    assertThat(read.activeStack()).isEqualTo("prod");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.configFile())))
        .isEqualTo("rw-------");
  }

  @Test
  void onlyWhatDiffersFromTheBuiltInIsWritten() throws IOException {
    file.update(c -> c.copyStack("default", "prod"));

    assertThat(Files.readString(home.configFile()))
        .contains("prod:")
        .doesNotContain("components:")
        .doesNotContain("  default:");
  }

  @Test
  void theDefaultComponentsCanBeConfigured() {
    Component plain =
        new Component(SECRETS_MANAGER, "default", "local", Map.of("encryption", "none"));
    file.update(c -> c.updateComponent(plain));

    assertThat(file.load().component(SECRETS_MANAGER, "default")).isEqualTo(plain);
  }

  @Test
  void aRefusedChangeWritesNothing() {
    assertThatThrownBy(() -> file.update(c -> c.deleteStack("default")))
        .isInstanceOf(StackException.class);

    assertThat(home.configFile()).doesNotExist();
  }

  @Test
  void fieldsOfANewerVersionSurvive() throws IOException {
    write(
        """
        format: 1
        telemetry: [off, {level: 2}]
        components:
          secrets-manager:
            vault:
              flavor: vault
              owner: team-a
              attributes:
                url: x
          step-operator:
            gpu:
              flavor: batch
        stacks:
          prod:
            orchestrator: default
            artifact-store: default
            metadata-store: default
            secrets-manager: vault
            step-operator: gpu
        """);
    file.update(
        c ->
            c.renameComponent(SECRETS_MANAGER, "vault", "vault-2")
                .renameStack("prod", "live")
                .withActiveStack("live"));

    String text = Files.readString(home.configFile());
    assertThat(text).contains("owner: team-a", "telemetry: [", "level: 2", "step-operator: gpu");
    assertThat(text).contains("  step-operator:\n    gpu:\n      flavor: batch");
    assertThat(file.load().stack("live").component(SECRETS_MANAGER)).contains("vault-2");
  }

  @Test
  void aFileOfANewerFormatIsRefusedAndLeftAlone() throws IOException {
    assertRefused(
        "# x\nformat: 2\nstacks: []\n",
        "line 2: the format is not 1, the only one that this version of lockstep (development)"
            + " reads, but 2. Nothing was changed.");
    assertRefused(
        "format: 2\nwritten_by: 3.1.0-rc1\n", "reads, but 2, written by lockstep 3.1.0-rc1.");
    // What cannot be a version may be anything, and is not shown.
    assertRefused("format: 2\nwritten_by: [hunter2]\n", "reads, but 2. Nothing");
    assertRefused("format: hunter 2\nwritten_by: p w\n", "(development) reads. Nothing");
  }

  @Test
  void aDamagedFileIsRefusedWithItsLineAndLeftAlone() throws IOException {
    assertRefused("format: 1\nstacks:\n  prod: {\n", "line 4", "not valid YAML");
    assertRefused("stacks:\n  prod:\n", "line 1", "'format' is missing");
    assertRefused("format: 1\nstacks: x\n", "line 2", "'stacks' is not a mapping");
    assertRefused("format: 1\nstacks:\n  p:\n    orchestrator: x\n", "line 3", "artifact-store");
    assertRefused(
        "format: 1\ncomponents:\n  secrets-manager:\n    v:\n      url: x\n", "line 4", "flavor");
    assertRefused(
        "format: 1\ncomponents:\n  secrets-manager:\n    ../v:\n      flavor: x\n",
        "line 4",
        "'../v'");
    assertRefused(
        "format: 1\ncomponents:\n  secrets-manager:\n    v:\n      flavor: x\n"
            + "      attributes:\n        a: [1]\n",
        "line 7",
        "'a' is not a text");
    assertRefused("\0\1\2", "config.yaml", "line 1");
  }

  @Test
  void aFileThatWasCutOffIsNeverTakenForAWholeOne() throws IOException {
    file.update(
        c -> c.copyStack("default", "prod").copyStack("default", "qa").withActiveStack("prod"));
    byte[] whole = Files.readAllBytes(home.configFile());

    // Without its last line's end nothing is missing.
    for (int length = 0; length < whole.length - 1; length++) {
      assertRefused(new String(whole, 0, length, StandardCharsets.UTF_8), ", line ");
    }
    Files.write(home.configFile(), whole);
    assertThat(file.load().stacks()).hasSize(3);
  }

  @Test
  void aFileWithoutAnyFieldIsDamaged() throws IOException {
    assertRefused("", "the file is empty");
    assertRefused(" \n# mine\n", "the file is empty");
    assertRefused("{}\n", "'format' is missing");
  }

  @Test
  void aFileWrittenByHandNeedsNoEndMarker() throws IOException {
    write("# mine\nformat: 1\nactive_stack: prod\n");
    assertThat(file.load().chosenStack()).contains("prod");
    write("format: 1\nactive_stack: prod\n...\n");
    assertThat(file.load().chosenStack()).contains("prod");

    file.update(c -> c.copyStack("default", "prod"));
    assertThat(Files.readString(home.configFile())).startsWith("# Written by").endsWith("\n...\n");
    assertThat(file.load().chosenStack()).contains("prod");
  }

  @Test
  void aStackWhoseComponentIsGoneCanStillBeMended() throws IOException {
    write(
        """
        format: 1
        stacks:
          prod:
            orchestrator: gone
            artifact-store: default
            metadata-store: default
        """);
    Configuration read = file.load();
    assertThat(read.stack("prod").component(ComponentType.ORCHESTRATOR)).contains("gone");

    file.update(c -> c.updateStack(c.stack("prod").with(ComponentType.ORCHESTRATOR, "default")));
    assertThat(file.load().stack("prod").component(ComponentType.ORCHESTRATOR)).contains("default");
  }

  private void assertRefused(String text, String... parts) throws IOException {
    write(text);
    assertThatThrownBy(file::load)
        .isInstanceOf(StackException.class)
        .hasMessageContaining(home.configFile().toString())
        .hasMessageContaining("Fix:")
        .hasMessageContainingAll(parts);
    assertThatThrownBy(() -> file.update(c -> c.copyStack("default", "x")))
        .isInstanceOf(StackException.class);
    assertThat(Files.readString(home.configFile())).isEqualTo(text);
  }

  private void write(String text) throws IOException {
    Files.createDirectories(home.root());
    Files.writeString(home.configFile(), text);
  }

  @Test
  void whatIsNullWasLeftOut() throws IOException {
    Files.createDirectories(home.root());
    Files.writeString(
        home.configFile(),
        """
        format: 1
        active_stack: ~
        components:
          secrets-manager:
            x:
              flavor: local
              attributes:
                path: null
                prefix:
        stacks:
          prod:
            orchestrator: default
            artifact-store: default
            metadata-store: default
            secrets-manager: null
        """);

    Configuration read = file.load();
    assertThat(read.activeStack()).isEqualTo("default");
    assertThat(read.component(SECRETS_MANAGER, "x").attributes()).isEmpty();
    assertThat(read.stack("prod").component(SECRETS_MANAGER)).isEmpty();
    file.update(all -> all.updateStack(all.stack("prod").with(SECRETS_MANAGER, "x")));
    assertThat(file.load().stack("prod").component(SECRETS_MANAGER)).contains("x");
  }
}
