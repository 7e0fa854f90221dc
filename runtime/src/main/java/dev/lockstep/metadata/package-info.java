/** The record of runs: a stream of events per run, and the stores that hold it. */
@NullMarked
package dev.lockstep.metadata;

import org.jspecify.annotations.NullMarked;
