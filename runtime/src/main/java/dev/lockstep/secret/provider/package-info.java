/**
 * Secrets managers over a provider's service: what all of them do alike, and the interface that a
 * provider implements.
 */
@NullMarked
package dev.lockstep.secret.provider;

import org.jspecify.annotations.NullMarked;
