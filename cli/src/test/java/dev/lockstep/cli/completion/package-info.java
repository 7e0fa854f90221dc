/** Tests of completion. */
@NullMarked
package dev.lockstep.cli.completion;

import org.jspecify.annotations.NullMarked;
