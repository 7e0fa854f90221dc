package dev.lockstep.metadata;

import dev.lockstep.home.HomeException;
import org.jspecify.annotations.Nullable;

/** The metadata store cannot be read or written. */
public final class MetadataException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public MetadataException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /** A failure of the disk, with what its own message says. */
  public static MetadataException of(HomeException failure) {
    return new MetadataException(String.valueOf(failure.getMessage()), failure);
  }
}
