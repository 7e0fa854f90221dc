/**
 * JSON as plain maps and lists, over Jackson's streaming core: what starts fast enough to stand
 * before the first step. Internal to the runtime and its tools.
 */
@NullMarked
package dev.lockstep.json;

import org.jspecify.annotations.NullMarked;
