/** The artifact store of flavor {@code local}: a folder. */
@NullMarked
package dev.lockstep.artifact.local;

import org.jspecify.annotations.NullMarked;
