/** Data on standard output: tables, JSON and YAML. */
@NullMarked
package dev.lockstep.cli.output;

import org.jspecify.annotations.NullMarked;
