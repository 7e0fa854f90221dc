/** The orchestrator of flavor {@code local}: steps run on this machine. */
@NullMarked
package dev.lockstep.orchestrator.local;

import org.jspecify.annotations.NullMarked;
