/** What implementations of the runtime's interfaces are held to. */
@NullMarked
package dev.lockstep.testing;

import org.jspecify.annotations.NullMarked;
