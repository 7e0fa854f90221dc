/**
 * How components reach servers over HTTP: directly or through a proxy, within a deadline, and with
 * nothing confidential in the JDK's log.
 */
@NullMarked
package dev.lockstep.http;

import org.jspecify.annotations.NullMarked;
