/**
 * Secrets managers that keep their secrets in a file of this machine: how they are configured,
 * where the file's key comes from, and how values stand in it, each encrypted alone.
 */
@NullMarked
package dev.lockstep.secret.encryption;

import org.jspecify.annotations.NullMarked;
