@NullMarked
package dev.lockstep.examples.warehouse;

import org.jspecify.annotations.NullMarked;
