package dev.lockstep.processor.model;

/**
 * How a type that must not be stored is reached from another.
 *
 * @param text the way, as in {@code Report.credentials: AwsSecret}
 * @param context whether it is the step's context, else a secret
 */
public record SecretPath(String text, boolean context) {}
