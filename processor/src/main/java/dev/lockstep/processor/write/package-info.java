/** Writes schemas, runners and descriptors; no decision is left to it. */
@NullMarked
package dev.lockstep.processor.write;

import org.jspecify.annotations.NullMarked;
