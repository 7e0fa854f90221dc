package dev.lockstep.json;

/** A text is not the JSON that was expected. The message quotes nothing of it. */
public final class JsonFormatException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public JsonFormatException(String message) {
    super(message);
  }
}
