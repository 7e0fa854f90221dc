/**
 * The rules, one per class, each with the facts that prove a mistake and the edit that mends it.
 * {@code Rules} lists them in their order. A rule sees the model, the wiring and a report, and
 * nothing else.
 */
@NullMarked
package dev.lockstep.processor.validate;

import org.jspecify.annotations.NullMarked;
