/** The server that every double of a provider is. */
@NullMarked
package dev.lockstep.testing.http;

import org.jspecify.annotations.NullMarked;
