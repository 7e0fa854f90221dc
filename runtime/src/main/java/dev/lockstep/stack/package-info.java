/** Components and stacks: what they are, where they are configured, and which one is active. */
@NullMarked
package dev.lockstep.stack;

import org.jspecify.annotations.NullMarked;
