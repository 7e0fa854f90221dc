/**
 * An Azure Key Vault for tests, in this process: it speaks the vault's REST protocol and refuses
 * what the vault refuses.
 */
@NullMarked
package dev.lockstep.testing.azure;

import org.jspecify.annotations.NullMarked;
