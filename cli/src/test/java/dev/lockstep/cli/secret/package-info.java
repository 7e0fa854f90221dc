/** Tests of secrets. */
@NullMarked
package dev.lockstep.cli.secret;

import org.jspecify.annotations.NullMarked;
