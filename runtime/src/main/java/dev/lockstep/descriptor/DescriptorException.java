package dev.lockstep.descriptor;

/** A pipeline's descriptor is missing, damaged or too new. */
public final class DescriptorException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public DescriptorException(String message) {
    super(message);
  }
}
