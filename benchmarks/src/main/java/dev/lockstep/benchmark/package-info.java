/** Measures what compiling costs with Lockstep's processor, without it, and with others. */
@NullMarked
package dev.lockstep.benchmark;

import org.jspecify.annotations.NullMarked;
