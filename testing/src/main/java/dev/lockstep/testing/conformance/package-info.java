/** What every component of a type has to do, as test classes that its author extends. */
@NullMarked
package dev.lockstep.testing.conformance;

import org.jspecify.annotations.NullMarked;
