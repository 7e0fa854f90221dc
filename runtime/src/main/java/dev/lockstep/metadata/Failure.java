package dev.lockstep.metadata;

/**
 * Why an attempt failed, redacted.
 *
 * @param type what failed: the simple name of an exception's class, or {@code timeout}
 * @param message what it said
 * @param details where: the stack trace of the step's own code, or empty
 */
public record Failure(String type, String message, String details) {}
