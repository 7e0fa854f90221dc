/** The commands for stack components, such as {@code lockstep secrets-manager}. */
@NullMarked
package dev.lockstep.cli.component;

import org.jspecify.annotations.NullMarked;
