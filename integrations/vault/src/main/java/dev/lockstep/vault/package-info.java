/** Secrets in KV engines of HashiCorp Vault and OpenBao. */
@NullMarked
package dev.lockstep.vault;

import org.jspecify.annotations.NullMarked;
