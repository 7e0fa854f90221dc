/** The flavor {@code env}: secrets that are variables of the environment. */
@NullMarked
package dev.lockstep.secret.environment;

import org.jspecify.annotations.NullMarked;
