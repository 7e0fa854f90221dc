package dev.lockstep.metadata;

import org.jspecify.annotations.Nullable;

/** The metadata store cannot be read or written. */
public final class MetadataException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public MetadataException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
