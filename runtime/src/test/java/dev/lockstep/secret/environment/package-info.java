@NullMarked
package dev.lockstep.secret.environment;

import org.jspecify.annotations.NullMarked;
