package dev.lockstep.vault;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;

@Tag("openbao")
final class OpenBaoContractTest extends ServerContract {
  @Override
  VaultUnderTest startVault(Path folder) throws IOException {
    return new StartedOpenBao(folder);
  }
}
