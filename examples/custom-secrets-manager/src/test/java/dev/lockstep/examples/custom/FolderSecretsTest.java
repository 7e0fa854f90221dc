package dev.lockstep.examples.custom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.home.LockstepHome;
import dev.lockstep.secret.MalformedSecretException;
import dev.lockstep.secret.Secret;
import dev.lockstep.secret.SecretValue;
import dev.lockstep.secret.SecretsManager;
import dev.lockstep.secret.SecretsUnreachableException;
import dev.lockstep.stack.ComponentContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is ours alone: the files. */
class FolderSecretsTest {
  @TempDir Path folder;

  @Test
  void aSecretIsOneFileForItsOwner() throws Exception {
    secrets().register(Secret.of("Team/login", "basic_auth", Map.of("k", SecretValue.of("v"))));

    Path file = folder.resolve("_54eam_2flogin.json");
    assertThat(Files.readString(file))
        .isEqualTo("{\"type\":\"basic_auth\",\"values\":{\"k\":\"v\"}}");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void filesOfOthersAreNoSecrets() throws Exception {
    Files.writeString(folder.resolve("README.md"), "no secret");
    Files.writeString(folder.resolve("Not_ours.json"), "{}");

    assertThat(secrets().list()).isEmpty();
  }

  @Test
  void aDamagedFileIsToldWithoutItsContent() throws Exception {
    Files.writeString(folder.resolve("a.json"), "{\"type\":\"x\",\"values\":{\"k\":\"hunter2");

    assertThatThrownBy(() -> secrets().get("a"))
        .isInstanceOf(MalformedSecretException.class)
        .hasMessageNotContaining("hunter2");
  }

  @Test
  void aFolderThatIsAFileIsToldWithItsPath() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "");
    SecretsManager secrets = secrets(file);

    assertThatThrownBy(
            () -> secrets.register(Secret.of("a", "arbitrary", Map.of("k", SecretValue.of("v")))))
        .isInstanceOf(SecretsUnreachableException.class)
        .hasMessageContaining(file.toString());
  }

  private SecretsManager secrets() {
    return secrets(folder);
  }

  private SecretsManager secrets(Path where) {
    return new FolderSecretsFlavor()
        .create(
            new ComponentContext(
                "shared",
                Map.of("folder", where.toString()),
                new LockstepHome(folder.resolve("home")),
                Map.of()));
  }
}
