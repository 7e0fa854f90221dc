@NullMarked
package dev.lockstep.examples.digits;

import org.jspecify.annotations.NullMarked;
