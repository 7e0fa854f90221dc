/** Tests of the commands for flavors. */
@NullMarked
package dev.lockstep.cli.flavor;

import org.jspecify.annotations.NullMarked;
