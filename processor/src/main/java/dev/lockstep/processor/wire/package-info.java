/**
 * Decides which output each parameter takes and in which order the steps run. What cannot be
 * decided is a {@code Resolution} that says why; the rules report it.
 */
@NullMarked
package dev.lockstep.processor.wire;

import org.jspecify.annotations.NullMarked;
