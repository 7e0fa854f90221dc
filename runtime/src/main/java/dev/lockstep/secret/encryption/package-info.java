/** How stores on this machine keep values: each encrypted alone, under the store's key. */
@NullMarked
package dev.lockstep.secret.encryption;

import org.jspecify.annotations.NullMarked;
