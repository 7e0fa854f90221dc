/** Tests of the commands for stack components. */
@NullMarked
package dev.lockstep.cli.component;

import org.jspecify.annotations.NullMarked;
