/** Reads the compiler's elements into the model; nothing else but reporting sees them. */
@NullMarked
package dev.lockstep.processor.read;

import org.jspecify.annotations.NullMarked;
