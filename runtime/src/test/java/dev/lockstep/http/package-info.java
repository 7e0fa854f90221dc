@NullMarked
package dev.lockstep.http;

import org.jspecify.annotations.NullMarked;
