/** Learns to read handwritten digits: a whole pipeline on real data. */
@NullMarked
package dev.lockstep.examples.digits;

import org.jspecify.annotations.NullMarked;
