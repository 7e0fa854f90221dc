/** What steps return: how it is written and read, and where it is stored. */
@NullMarked
package dev.lockstep.artifact;

import org.jspecify.annotations.NullMarked;
