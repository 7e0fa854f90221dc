package dev.lockstep.vault;

import java.io.IOException;
import java.nio.file.Path;

final class VaultConformanceTest extends VaultConformance {
  @Override
  VaultUnderTest startVault(Path folder) throws IOException {
    return new StartedDouble();
  }
}
