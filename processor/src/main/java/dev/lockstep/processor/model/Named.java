package dev.lockstep.processor.model;

import dev.lockstep.processor.report.Location;

/** A name that an annotation holds, and where it stands. */
public record Named(String name, Location location) {}
