/**
 * The command line of generated runners: options, progress, plain lines and JSON. Internal;
 * programs use {@link dev.lockstep.run.Lockstep}.
 */
@NullMarked
package dev.lockstep.run.console;

import org.jspecify.annotations.NullMarked;
