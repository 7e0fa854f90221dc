package dev.lockstep.processor.model;

import com.squareup.javapoet.ClassName;
import dev.lockstep.processor.report.Location;
import org.jspecify.annotations.Nullable;

/**
 * The class that a step names to store what it returns.
 *
 * @param binaryName as the descriptor has it
 * @param served what it writes, or null when it is no materializer or leaves the type open
 * @param obstacle why generated code cannot create one, or null
 */
public record MaterializerDeclaration(
    ClassName type,
    String binaryName,
    @Nullable TypeRef served,
    @Nullable String obstacle,
    Location location) {}
