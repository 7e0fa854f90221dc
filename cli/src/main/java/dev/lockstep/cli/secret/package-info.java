/** {@code lockstep secret}: a class for each subcommand, and the secrets manager it uses. */
@NullMarked
package dev.lockstep.cli.secret;

import org.jspecify.annotations.NullMarked;
