/** What the processor says: the catalogue of diagnostics, and the way to the compiler's output. */
@NullMarked
package dev.lockstep.processor.report;

import org.jspecify.annotations.NullMarked;
