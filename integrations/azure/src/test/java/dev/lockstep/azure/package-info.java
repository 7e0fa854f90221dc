@NullMarked
package dev.lockstep.azure;

import org.jspecify.annotations.NullMarked;
