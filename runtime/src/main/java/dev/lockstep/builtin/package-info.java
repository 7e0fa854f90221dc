/** Which flavors the runtime brings: the one place that knows every local component. */
@NullMarked
package dev.lockstep.builtin;

import org.jspecify.annotations.NullMarked;
