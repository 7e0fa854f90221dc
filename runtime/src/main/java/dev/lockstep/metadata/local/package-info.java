/** The metadata store of flavor {@code local}: a journal per run, in one folder. */
@NullMarked
package dev.lockstep.metadata.local;

import org.jspecify.annotations.NullMarked;
