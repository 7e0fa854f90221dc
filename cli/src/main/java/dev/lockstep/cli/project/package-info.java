/** {@code lockstep init}. */
@NullMarked
package dev.lockstep.cli.project;

import org.jspecify.annotations.NullMarked;
