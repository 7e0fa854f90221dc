/** {@code lockstep example}: the pipelines of a checkout, to be run first. */
@NullMarked
package dev.lockstep.cli.example;

import org.jspecify.annotations.NullMarked;
