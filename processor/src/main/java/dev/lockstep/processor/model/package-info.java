/** What the user wrote, as immutable values that know nothing of the compiler. */
@NullMarked
package dev.lockstep.processor.model;

import org.jspecify.annotations.NullMarked;
