@NullMarked
package dev.lockstep.testing.google;

import org.jspecify.annotations.NullMarked;
