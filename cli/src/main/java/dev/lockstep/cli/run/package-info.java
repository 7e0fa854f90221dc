/** {@code lockstep run}, {@code check}, {@code plan}, {@code runs}: pipelines and their runs. */
@NullMarked
package dev.lockstep.cli.run;

import org.jspecify.annotations.NullMarked;
