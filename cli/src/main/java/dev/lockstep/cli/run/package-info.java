/** {@code lockstep run} and {@code lockstep runs}. */
@NullMarked
package dev.lockstep.cli.run;

import org.jspecify.annotations.NullMarked;
