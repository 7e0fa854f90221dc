/** Learns from a SQL database which customers leave. */
@NullMarked
package dev.lockstep.examples.warehouse;

import org.jspecify.annotations.NullMarked;
