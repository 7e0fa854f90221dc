/** {@code lockstep secret}. */
@NullMarked
package dev.lockstep.cli.secret;

import org.jspecify.annotations.NullMarked;
