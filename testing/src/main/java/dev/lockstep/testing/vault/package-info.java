/** A double of HashiCorp Vault and OpenBao, for tests that need no such server. */
@NullMarked
package dev.lockstep.testing.vault;

import org.jspecify.annotations.NullMarked;
