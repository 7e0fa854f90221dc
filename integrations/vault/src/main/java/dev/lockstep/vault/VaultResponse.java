package dev.lockstep.vault;

import dev.lockstep.json.Json;
import dev.lockstep.json.JsonFormatException;
import dev.lockstep.json.JsonObject;
import dev.lockstep.secret.provider.ProviderFailure;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An answer of the server. Its text may hold values and is never shown.
 *
 * @param date when the server wrote it by its own clock, to the second, or null
 */
record VaultResponse(
    int status,
    String text,
    @Nullable Instant date,
    @Nullable String retryAfter,
    @Nullable String redirect) {

  boolean isSuccess() {
    return status == 200 || status == 204;
  }

  boolean isRedirect() {
    return redirect != null && status >= 301 && status <= 308;
  }

  String location() {
    return redirect == null ? "" : redirect;
  }

  /** The answer as JSON; what is none does not come from the server. */
  JsonObject json() throws ProviderFailure {
    try {
      return Json.readObject(text);
    } catch (JsonFormatException e) {
      throw VaultFailures.senseless(status);
    }
  }

  /** What the server complains of; for recognising it, not for showing it. */
  String complaints() {
    try {
      return String.join("\n", Json.readObject(text).strings("errors"));
    } catch (JsonFormatException e) {
      return "";
    }
  }

  /**
   * Whether the server says that there is nothing: an empty list of errors for what never was, and
   * the description of a version that was deleted.
   */
  boolean isAbsence() {
    if (status != 404) {
      return false;
    }
    try {
      JsonObject body = Json.readObject(text);
      JsonObject data = body.objectOrNull("data");
      return data != null
          ? data.objectOrNull("metadata") != null
          : body.fields().get("errors") instanceof List<?> errors && errors.isEmpty();
    } catch (JsonFormatException e) {
      return false;
    }
  }

  /** Without the text. */
  @Override
  public String toString() {
    return "VaultResponse[status=" + status + "]";
  }
}
