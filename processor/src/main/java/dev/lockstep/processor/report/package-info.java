/**
 * What the processor says: the catalogue of diagnostics, findings, and the way to the compiler's
 * output. It uses nothing else of the processor.
 */
@NullMarked
package dev.lockstep.processor.report;

import org.jspecify.annotations.NullMarked;
