/**
 * Suites that prove that a component behaves as every other one of its type: extend them with what
 * starts yours.
 */
@NullMarked
package dev.lockstep.testing.conformance;

import org.jspecify.annotations.NullMarked;
