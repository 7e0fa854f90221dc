package dev.lockstep.testing.google;

import dev.lockstep.json.Json;
import dev.lockstep.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One request and its answer, as plain as they can be. */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record Exchange(int status, byte[] body, HttpURLConnection connection) {

  static Exchange of(String method, String url, String json) throws IOException {
    return of(method, url, json.getBytes(StandardCharsets.UTF_8), Map.of());
  }

  static Exchange of(String method, String url, byte[] content, Map<String, String> headers)
      throws IOException {
    HttpURLConnection connection = (HttpURLConnection) URI.create(url).toURL().openConnection();
    boolean patch = method.equals("PATCH");
    connection.setRequestMethod(patch ? "POST" : method);
    if (patch) {
      connection.setRequestProperty("X-HTTP-Method-Override", "PATCH");
    }
    headers.forEach(connection::setRequestProperty);
    if (content.length > 0 || method.equals("PUT") || method.equals("POST")) {
      connection.setDoOutput(true);
      connection.setFixedLengthStreamingMode(content.length);
      try (OutputStream out = connection.getOutputStream()) {
        out.write(content);
      }
    }
    int status = connection.getResponseCode();
    InputStream in = status < 400 ? connection.getInputStream() : connection.getErrorStream();
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    try {
      for (int next = in == null ? -1 : in.read(); next >= 0; next = in.read()) {
        body.write(next);
      }
    } catch (IOException e) {
      // A newer JDK says that an answer is cut off, an older one that it ends.
    }
    return new Exchange(status, body.toByteArray(), connection);
  }

  String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  JsonObject json() {
    return Json.readObject(text());
  }

  @Nullable String header(String name) {
    return connection.getHeaderField(name);
  }

  /** The canonical code of an error, or its reason where there is none. */
  String error() {
    JsonObject error = json().object("error");
    return error.fields().containsKey("status")
        ? error.string("status")
        : error.objects("errors").get(0).string("reason");
  }
}
