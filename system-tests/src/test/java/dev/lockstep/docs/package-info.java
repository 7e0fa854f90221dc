/** Does what the documentation says, and compares what is printed with what the pages show. */
@NullMarked
package dev.lockstep.docs;

import org.jspecify.annotations.NullMarked;
