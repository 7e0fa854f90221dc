/** Tests of stacks. */
@NullMarked
package dev.lockstep.cli.stack;

import org.jspecify.annotations.NullMarked;
