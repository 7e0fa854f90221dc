/**
 * Reads the compiler's elements into the model. Beside reporting, nothing else sees compiler types,
 * so that what is checked and generated follows from the model alone. It decides nothing and
 * reports nothing: what does not exist yet is a {@code MissingTypeException}, for the next round.
 */
@NullMarked
package dev.lockstep.processor.read;

import org.jspecify.annotations.NullMarked;
