/** The process around a command: environment, streams, terminal, and the state on disk. */
@NullMarked
package dev.lockstep.cli.host;

import org.jspecify.annotations.NullMarked;
