/** The compiled, value-free description of a pipeline, as the processor wrote it. */
@NullMarked
package dev.lockstep.descriptor;

import org.jspecify.annotations.NullMarked;
