/** How components reach servers over HTTP: directly, or through a proxy. */
@NullMarked
package dev.lockstep.http;

import org.jspecify.annotations.NullMarked;
