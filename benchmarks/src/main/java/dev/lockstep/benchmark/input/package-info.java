/** Generates what is compiled. */
@NullMarked
package dev.lockstep.benchmark.input;

import org.jspecify.annotations.NullMarked;
