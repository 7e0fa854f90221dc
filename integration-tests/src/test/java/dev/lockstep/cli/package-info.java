/** The command line as tests call it. */
@NullMarked
package dev.lockstep.cli;

import org.jspecify.annotations.NullMarked;
