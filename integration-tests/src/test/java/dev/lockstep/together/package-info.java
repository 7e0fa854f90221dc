/** What crosses from one integration to another. */
@NullMarked
package dev.lockstep.together;

import org.jspecify.annotations.NullMarked;
