/**
 * Artifacts from Maven repositories, as the user's Maven would get them. Nothing else uses Maven
 * Resolver, which is large: the launcher has it on the class path for the command alone that needs
 * it.
 */
@NullMarked
package dev.lockstep.cli.maven;

import org.jspecify.annotations.NullMarked;
