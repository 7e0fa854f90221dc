@NullMarked
package dev.lockstep.gcp;

import org.jspecify.annotations.NullMarked;
