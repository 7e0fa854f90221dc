/** Tests of values. */
@NullMarked
package dev.lockstep.cli.values;

import org.jspecify.annotations.NullMarked;
