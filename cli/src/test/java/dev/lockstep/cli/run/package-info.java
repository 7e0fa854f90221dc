/** Tests of runs. */
@NullMarked
package dev.lockstep.cli.run;

import org.jspecify.annotations.NullMarked;
