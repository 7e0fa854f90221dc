/** The secrets manager over Azure Key Vault. */
@NullMarked
package dev.lockstep.azure;

import org.jspecify.annotations.NullMarked;
