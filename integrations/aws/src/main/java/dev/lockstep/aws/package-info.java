/**
 * Secrets in AWS Secrets Manager (flavor {@code aws}) and artifacts in S3 (flavor {@code s3}). Both
 * build their client when they are first used.
 */
@NullMarked
package dev.lockstep.aws;

import org.jspecify.annotations.NullMarked;
