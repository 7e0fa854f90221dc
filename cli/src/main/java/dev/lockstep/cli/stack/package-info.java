/** {@code lockstep stack}. */
@NullMarked
package dev.lockstep.cli.stack;

import org.jspecify.annotations.NullMarked;
