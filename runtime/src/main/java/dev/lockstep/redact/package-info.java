/** Keeping the values of secrets out of everything that is written. */
@NullMarked
package dev.lockstep.redact;

import org.jspecify.annotations.NullMarked;
