package dev.lockstep.processor.model;

import dev.lockstep.processor.report.Location;

/**
 * An annotation of ours where nothing reads it.
 *
 * @param annotation with its sign: {@code @Param}
 * @param subject the name of what it stands on
 */
public record Stray(String annotation, String subject, Location location) {}
