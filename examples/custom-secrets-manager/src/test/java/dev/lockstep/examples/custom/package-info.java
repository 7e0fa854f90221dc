/** The secrets manager under the conformance kit, and what is its own. */
@NullMarked
package dev.lockstep.examples.custom;

import org.jspecify.annotations.NullMarked;
