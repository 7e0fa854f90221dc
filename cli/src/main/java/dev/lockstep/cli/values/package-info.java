/** The values of a secret, from options, files, standard input and prompts. */
@NullMarked
package dev.lockstep.cli.values;

import org.jspecify.annotations.NullMarked;
