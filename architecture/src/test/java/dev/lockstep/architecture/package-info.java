/** Keeps the modules' dependencies, and a few habits of the code, as designed. */
@NullMarked
package dev.lockstep.architecture;

import org.jspecify.annotations.NullMarked;
