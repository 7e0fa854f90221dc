/** {@code lockstep doctor}: what is not as it should be on this machine, and its remedy. */
@NullMarked
package dev.lockstep.cli.doctor;

import org.jspecify.annotations.NullMarked;
