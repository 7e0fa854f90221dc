/** Decides which output each parameter takes and in which order the steps run. */
@NullMarked
package dev.lockstep.processor.wire;

import org.jspecify.annotations.NullMarked;
