package dev.lockstep.azure;

import dev.lockstep.json.Json;
import dev.lockstep.json.JsonFormatException;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Tells a vault's answer from that of someone on the way to it, such as a page to log in to a
 * network. The client does not: a page of a list that it cannot read is an empty last page for it,
 * so that a list would end there and look complete.
 */
final class VaultAnswer {
  private static final String JSON = "application/json";

  private VaultAnswer() {}

  /**
   * Refuses a successful answer that no vault gives.
   *
   * @throws IOException which does not quote it
   */
  static void require(HttpURLConnection connection, byte[] body) throws IOException {
    if (connection.getResponseCode() != HttpURLConnection.HTTP_OK) {
      return;
    }
    String type = connection.getContentType();
    if (type == null || !type.startsWith(JSON) || (isList(connection) && !isPage(body))) {
      throw new IOException("This is no answer of a vault.");
    }
  }

  private static boolean isList(HttpURLConnection connection) {
    String path = connection.getURL().getPath();
    return path.equals("/secrets") || path.endsWith("/versions");
  }

  private static boolean isPage(byte[] body) {
    try {
      return Json.readObject(new String(body, StandardCharsets.UTF_8)).fields().get("value")
          instanceof List;
    } catch (JsonFormatException e) {
      return false;
    }
  }
}
