package dev.lockstep.vault;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;

@Tag("openbao")
final class OpenBaoLoginTest extends LoginContract {
  @Override
  VaultUnderTest startVault(Path folder) throws IOException {
    return new StartedOpenBao(folder);
  }

  @Override
  int unit() {
    return 1;
  }
}
