package dev.lockstep.vault;

import java.io.IOException;
import java.nio.file.Path;

final class LoginTest extends LoginContract {
  @Override
  VaultUnderTest startVault(Path folder) throws IOException {
    return new StartedDouble();
  }

  @Override
  int unit() {
    return 100;
  }
}
