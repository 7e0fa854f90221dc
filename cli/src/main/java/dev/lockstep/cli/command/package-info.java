/** What commands are made of: the table, options and arguments, help, and failures. */
@NullMarked
package dev.lockstep.cli.command;

import org.jspecify.annotations.NullMarked;
