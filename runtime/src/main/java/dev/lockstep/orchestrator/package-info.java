/** Deciding where and when steps execute: the component, and what it gets of a run. */
@NullMarked
package dev.lockstep.orchestrator;

import org.jspecify.annotations.NullMarked;
