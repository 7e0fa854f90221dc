package dev.lockstep.testing.google;

import dev.lockstep.json.Json;
import dev.lockstep.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** An upload in one request: the object's description and its content. */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record MultipartBody(JsonObject metadata, byte[] content) {

  /** Reads a {@code multipart/related} body of two parts. */
  static MultipartBody of(@Nullable String contentType, byte[] body) throws Refusal {
    int at = contentType == null ? -1 : contentType.indexOf("boundary=");
    if (contentType == null || at < 0) {
      throw SecretRules.invalid("Missing the boundary of the parts.");
    }
    String boundary = contentType.substring(at + "boundary=".length()).replace("\"", "");
    // One character for each byte, so that positions in the text are positions in the body.
    String text = new String(body, StandardCharsets.ISO_8859_1);
    String separator = "--" + boundary;
    int first = text.indexOf(separator);
    int second = text.indexOf("\r\n" + separator, first + 1);
    int end = text.lastIndexOf("\r\n" + separator + "--");
    int firstContent = text.indexOf("\r\n\r\n", first) + 4;
    int secondContent = text.indexOf("\r\n\r\n", second + 2) + 4;
    if (first < 0 || second < 0 || end < secondContent || firstContent > second) {
      throw SecretRules.invalid("The body does not have two parts.");
    }
    String metadata =
        new String(Arrays.copyOfRange(body, firstContent, second), StandardCharsets.UTF_8);
    return new MultipartBody(
        Json.readObject(metadata), Arrays.copyOfRange(body, secondContent, end));
  }
}
