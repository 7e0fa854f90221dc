/** Deciding where and when steps execute. */
@NullMarked
package dev.lockstep.orchestrator;

import org.jspecify.annotations.NullMarked;
