/** The state on disk: where it is, and how files in it are replaced without loss. */
@NullMarked
package dev.lockstep.home;

import org.jspecify.annotations.NullMarked;
