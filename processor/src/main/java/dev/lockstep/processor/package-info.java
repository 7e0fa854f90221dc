/**
 * The annotation processor. It reads annotated elements into a model of its own, resolves the
 * wiring, applies the rules, and writes; each stage is a package.
 */
@NullMarked
package dev.lockstep.processor;

import org.jspecify.annotations.NullMarked;
