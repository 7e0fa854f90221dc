/** The flavors that the runtime brings, of which the built-in stack {@code default} is made. */
@NullMarked
package dev.lockstep.embedded;

import org.jspecify.annotations.NullMarked;
