@NullMarked
package dev.lockstep.vault;

import org.jspecify.annotations.NullMarked;
