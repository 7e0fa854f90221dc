package dev.lockstep.vault;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Tests that hold for the double and for a real server, one of which is started for each. */
abstract class VaultContract {
  @TempDir Path folder;
  VaultUnderTest vault;
  Admin root;

  abstract VaultUnderTest startVault(Path folder) throws IOException;

  @BeforeEach
  final void start() throws IOException {
    vault = startVault(folder);
    root = vault.admin();
  }

  @AfterEach
  final void stop() {
    vault.close();
  }
}
