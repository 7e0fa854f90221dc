/** What the command line knows of a schema, and the file of those that it has seen in pipelines. */
@NullMarked
package dev.lockstep.cli.catalog;

import org.jspecify.annotations.NullMarked;
