/** Pipelines as users write them, run as users run them. */
@NullMarked
package dev.lockstep.system;

import org.jspecify.annotations.NullMarked;
