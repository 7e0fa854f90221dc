@NullMarked
package dev.lockstep.sqlite;

import org.jspecify.annotations.NullMarked;
