/** The secrets manager of flavor {@code local}: one file, each value encrypted. */
@NullMarked
package dev.lockstep.secret.local;

import org.jspecify.annotations.NullMarked;
