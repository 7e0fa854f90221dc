/** Tests of schemas. */
@NullMarked
package dev.lockstep.cli.schema;

import org.jspecify.annotations.NullMarked;
