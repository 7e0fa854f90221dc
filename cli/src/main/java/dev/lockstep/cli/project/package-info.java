/** {@code lockstep init}: the files that make a folder a project. */
@NullMarked
package dev.lockstep.cli.project;

import org.jspecify.annotations.NullMarked;
