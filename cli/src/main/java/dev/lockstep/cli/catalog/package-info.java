/** The schemas that the command line knows, and those that it remembers from pipelines. */
@NullMarked
package dev.lockstep.cli.catalog;

import org.jspecify.annotations.NullMarked;
