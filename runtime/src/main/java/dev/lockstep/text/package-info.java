/** Small helpers for messages to people. */
@NullMarked
package dev.lockstep.text;

import org.jspecify.annotations.NullMarked;
