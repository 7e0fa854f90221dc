/**
 * Writes runners, schemas, flavors and descriptors; no decision is left to it. {@code Skeletons}
 * are what is written for something that is wrong, so that code which uses it compiles.
 */
@NullMarked
package dev.lockstep.processor.write;

import org.jspecify.annotations.NullMarked;
