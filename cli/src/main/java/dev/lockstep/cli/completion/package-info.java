/** {@code lockstep completion}: scripts for shells, and what they ask. */
@NullMarked
package dev.lockstep.cli.completion;

import org.jspecify.annotations.NullMarked;
