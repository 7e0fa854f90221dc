/** {@code lockstep schema}, and the schemas that the command line knows. */
@NullMarked
package dev.lockstep.cli.schema;

import org.jspecify.annotations.NullMarked;
