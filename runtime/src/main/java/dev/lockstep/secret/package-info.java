/** Secrets, the schemas that describe them, and the managers that store them. */
@NullMarked
package dev.lockstep.secret;

import org.jspecify.annotations.NullMarked;
