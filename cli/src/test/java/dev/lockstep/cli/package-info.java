/** Tests of the command line, most of them as processes. */
@NullMarked
package dev.lockstep.cli;

import org.jspecify.annotations.NullMarked;
