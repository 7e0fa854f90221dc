/** Tests against servers that speak AWS's protocols. */
@NullMarked
package dev.lockstep.aws;

import org.jspecify.annotations.NullMarked;
