package dev.lockstep.testing.vault;

/** A secrets engine at a path. */
interface Mount {
  /** Answers a request that is allowed; its path is the rest below the mount. */
  VaultAnswer answer(VaultRequest request);

  /** Whether a write to that path would replace something, which is another permission. */
  boolean isThere(String path);

  /** The value of the option {@code version}. */
  String version();
}
