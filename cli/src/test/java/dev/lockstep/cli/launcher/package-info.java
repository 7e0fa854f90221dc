/** Tests of the launcher. */
@NullMarked
package dev.lockstep.cli.launcher;

import org.jspecify.annotations.NullMarked;
