/** {@code lockstep stack}: a class for each subcommand, and the parts of an import. */
@NullMarked
package dev.lockstep.cli.stack;

import org.jspecify.annotations.NullMarked;
