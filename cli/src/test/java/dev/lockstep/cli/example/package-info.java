/** Tests of examples. */
@NullMarked
package dev.lockstep.cli.example;

import org.jspecify.annotations.NullMarked;
