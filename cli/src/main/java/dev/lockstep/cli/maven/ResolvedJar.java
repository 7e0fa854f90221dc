package dev.lockstep.cli.maven;

import java.nio.file.Path;

/**
 * A jar in the local Maven repository.
 *
 * @param coordinates {@code group:artifact:version}
 * @param file where it is
 * @param repository the identifier of the remote repository that it came from, or {@code local}
 */
public record ResolvedJar(String coordinates, Path file, String repository) {}
