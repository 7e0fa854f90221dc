package dev.lockstep.gcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.json.Json;
import dev.lockstep.json.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** What another tool does: plain requests to a double. */
final class Rest {
  private Rest() {}

  static JsonObject post(String url, String json) {
    return call("POST", url, json);
  }

  static JsonObject patch(String url, String json) {
    return call("PATCH", url, json);
  }

  static JsonObject get(String url) {
    return call("GET", url, "");
  }

  static void delete(String url) {
    JsonObject unused = call("DELETE", url, "");
  }

  private static JsonObject call(String method, String url, String json) {
    try {
      HttpURLConnection connection = (HttpURLConnection) URI.create(url).toURL().openConnection();
      if (method.equals("PATCH")) {
        // The JDK's connections know no such method.
        connection.setRequestMethod("POST");
        connection.setRequestProperty("X-HTTP-Method-Override", method);
      } else {
        connection.setRequestMethod(method);
      }
      if (!json.isEmpty()) {
        connection.setDoOutput(true);
        try (OutputStream out = connection.getOutputStream()) {
          out.write(json.getBytes(StandardCharsets.UTF_8));
        }
      }
      assertThat(connection.getResponseCode()).as(method + " " + url).isEqualTo(200);
      return Json.readObject(connection.getInputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
