/** Doubles of AWS's services, for tests without an account. */
@NullMarked
package dev.lockstep.testing.aws;

import org.jspecify.annotations.NullMarked;
