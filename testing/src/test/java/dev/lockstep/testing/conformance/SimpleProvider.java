package dev.lockstep.testing.conformance;

import dev.lockstep.http.Deadline;
import dev.lockstep.json.Json;
import dev.lockstep.json.JsonFormatException;
import dev.lockstep.json.JsonObject;
import dev.lockstep.secret.Secret;
import dev.lockstep.secret.provider.Deletion;
import dev.lockstep.secret.provider.ProviderFailure;
import dev.lockstep.secret.provider.ProviderFailure.Kind;
import dev.lockstep.secret.provider.SecretDocument;
import dev.lockstep.secret.provider.SecretProvider;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Speaks to a {@link SimpleServer}; a part of it can be done wrong. */
class SimpleProvider implements SecretProvider {
  private final URI endpoint;
  private final Duration timeout;

  SimpleProvider(URI endpoint, Duration timeout) {
    this.endpoint = endpoint;
    this.timeout = timeout;
  }

  @Override
  public Creation create(String id, SecretDocument document, String token) throws ProviderFailure {
    return switch (write("create", id, document)) {
      case "created" -> Creation.CREATED;
      case "deleted" -> Creation.DELETED;
      default -> Creation.EXISTS;
    };
  }

  @Override
  public Optional<SecretDocument> read(String id) throws ProviderFailure {
    JsonObject answer = call(Map.of("do", "read", "id", id));
    if (answer.string("done").equals("missing")) {
      return Optional.empty();
    }
    String type = answer.string("type");
    return Optional.of(
        new SecretDocument(
            answer.string("text"),
            type.isEmpty() ? Secret.ARBITRARY : type,
            Optional.of(answer.string("version"))));
  }

  @Override
  public boolean replace(String id, SecretDocument document, String token) throws ProviderFailure {
    return write("replace", id, document).equals("replaced");
  }

  private String write(String what, String id, SecretDocument document) throws ProviderFailure {
    return call(Map.of("do", what, "id", id, "text", document.text(), "type", document.type()))
        .string("done");
  }

  @Override
  public boolean delete(String id, Deletion deletion) throws ProviderFailure {
    return call(Map.of("do", "delete", "id", id, "final", deletion == Deletion.FINAL))
        .string("done")
        .equals("moved");
  }

  @Override
  public List<String> list(String start) throws ProviderFailure {
    JsonObject ids = call(Map.of("do", "list", "id", start)).object("ids");
    List<String> ours = new ArrayList<>();
    for (String id : ids.fields().keySet()) {
      if (isListed(ids.flag(id, false))) {
        ours.add(id);
      }
    }
    return ours;
  }

  boolean isListed(boolean ours) {
    return ours;
  }

  @Override
  public void restore(String id) throws ProviderFailure {
    call(Map.of("do", "restore", "id", id));
  }

  @Override
  public void purge(String id) throws ProviderFailure {
    call(Map.of("do", "purge", "id", id));
  }

  final JsonObject call(Map<String, Object> request) throws ProviderFailure {
    try {
      return call(request, (HttpURLConnection) endpoint.toURL().openConnection());
    } catch (IOException e) {
      return broken(e);
    }
  }

  private JsonObject call(Map<String, Object> request, HttpURLConnection connection)
      throws IOException, ProviderFailure {
    try (Deadline deadline = Deadline.of(connection, timeout)) {
      connection.setConnectTimeout((int) timeout.toMillis());
      connection.setReadTimeout((int) timeout.toMillis());
      connection.setDoOutput(true);
      byte[] body = Json.write(request).getBytes(StandardCharsets.UTF_8);
      connection.setFixedLengthStreamingMode(body.length);
      try (OutputStream out = connection.getOutputStream()) {
        out.write(body);
      }
      int status = connection.getResponseCode();
      if (status != 200) {
        try (InputStream error = connection.getErrorStream()) {
          throw refused(status, error == null ? "" : text(error, deadline));
        }
      }
      try (InputStream in = connection.getInputStream()) {
        return answer(text(in, deadline));
      }
    }
  }

  private static String text(InputStream in, Deadline deadline) throws IOException {
    return new String(deadline.readAll(new Arrived(in), Integer.MAX_VALUE), StandardCharsets.UTF_8);
  }

  /** What arrived: newer JDKs tell of an answer that is cut off, older ones take it for whole. */
  private static final class Arrived extends FilterInputStream {
    Arrived(InputStream in) {
      super(in);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      try {
        return super.read(bytes, offset, length);
      } catch (SocketTimeoutException e) {
        throw e;
      } catch (IOException e) {
        return -1;
      }
    }
  }

  JsonObject answer(String body) throws ProviderFailure {
    try {
      JsonObject answer = Json.readObject(body);
      String unused = answer.string("done");
      return answer;
    } catch (JsonFormatException e) {
      throw new ProviderFailure(Kind.UNREACHABLE, "no answer of the server's", "");
    }
  }

  ProviderFailure refused(int status, String body) {
    Kind kind =
        switch (status) {
          case 403 -> Kind.DENIED;
          case 429 -> Kind.THROTTLED;
          default -> Kind.UNREACHABLE;
        };
    return new ProviderFailure(kind, "HTTP " + status, "");
  }

  JsonObject broken(IOException e) throws ProviderFailure {
    throw new ProviderFailure(Kind.UNREACHABLE, e.getClass().getSimpleName(), "");
  }
}
