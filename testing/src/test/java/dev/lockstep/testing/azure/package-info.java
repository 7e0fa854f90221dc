@NullMarked
package dev.lockstep.testing.azure;

import org.jspecify.annotations.NullMarked;
