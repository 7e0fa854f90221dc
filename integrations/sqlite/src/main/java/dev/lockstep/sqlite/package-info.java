/** The secrets manager of flavor {@code sqlite}: many secrets in one file, each value encrypted. */
@NullMarked
package dev.lockstep.sqlite;

import org.jspecify.annotations.NullMarked;
