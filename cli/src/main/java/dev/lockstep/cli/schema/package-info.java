/** {@code lockstep schema}, and where a command looks for the schema of a type. */
@NullMarked
package dev.lockstep.cli.schema;

import org.jspecify.annotations.NullMarked;
