/** Tests of output. */
@NullMarked
package dev.lockstep.cli.output;

import org.jspecify.annotations.NullMarked;
