/** The commands for flavors, the kinds of stack components. */
@NullMarked
package dev.lockstep.cli.flavor;

import org.jspecify.annotations.NullMarked;
