/** The {@code lockstep} command: where it starts, and the top of the table of commands. */
@NullMarked
package dev.lockstep.cli;

import org.jspecify.annotations.NullMarked;
