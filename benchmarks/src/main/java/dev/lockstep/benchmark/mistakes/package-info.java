/** Compiles one mistake after the other with each processor, and notes who says what, and where. */
@org.jspecify.annotations.NullMarked
package dev.lockstep.benchmark.mistakes;
