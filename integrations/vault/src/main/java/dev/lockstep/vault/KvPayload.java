package dev.lockstep.vault;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.lockstep.json.Json;
import dev.lockstep.json.JsonFormatException;
import dev.lockstep.json.JsonObject;
import dev.lockstep.secret.provider.ProviderFailure;
import dev.lockstep.secret.provider.ProviderFailure.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** The JSON object that an entry holds, as text: numbers stay as the server wrote them. */
final class KvPayload {
  /**
   * The largest entry of the integrated storage is 1 MiB by default, encrypted and with what is
   * said of it.
   */
  static final int LARGEST = (1 << 20) - 8_192;

  private static final JsonFactory JSON = new JsonFactory();

  private KvPayload() {}

  /** The field {@code data.data} of an answer, as it stands there. */
  static String of(VaultResponse response) throws ProviderFailure {
    String text = response.text();
    try (JsonParser parser = JSON.createParser(text)) {
      String payload = null;
      for (String field = firstField(parser); field != null; field = nextField(parser)) {
        if (field.equals("data") && parser.currentToken() == JsonToken.START_OBJECT) {
          payload = inner(parser, text);
        } else {
          parser.skipChildren();
        }
      }
      if (payload == null || parser.nextToken() != null) {
        throw VaultFailures.senseless(response.status());
      }
      return payload;
    } catch (JsonProcessingException e) {
      throw VaultFailures.senseless(response.status());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static @Nullable String inner(JsonParser parser, String text) throws IOException {
    String payload = null;
    for (String field = nextField(parser); field != null; field = nextField(parser)) {
      int start = (int) parser.currentTokenLocation().getCharOffset();
      boolean found = field.equals("data") && parser.currentToken() == JsonToken.START_OBJECT;
      parser.skipChildren();
      if (found) {
        payload = text.substring(start, (int) parser.currentTokenLocation().getCharOffset() + 1);
      }
    }
    return payload;
  }

  private static @Nullable String firstField(JsonParser parser) throws IOException {
    return parser.nextToken() == JsonToken.START_OBJECT ? nextField(parser) : null;
  }

  /** Goes to the value of the next field of the object; null at the object's end. */
  private static @Nullable String nextField(JsonParser parser) throws IOException {
    if (parser.nextToken() != JsonToken.FIELD_NAME) {
      return null;
    }
    String field = parser.currentName();
    parser.nextToken();
    return field;
  }

  /** Refuses what an entry cannot hold, before it is sent. */
  static void check(String document) throws ProviderFailure {
    try {
      JsonObject unused = Json.readObject(document);
    } catch (JsonFormatException e) {
      throw new ProviderFailure(
          Kind.INVALID,
          "an entry of a KV engine is a JSON object, and this is none",
          "take the secret out of the attribute single_values");
    }
    long bytes = storedBytes(document);
    if (bytes > LARGEST) {
      throw new ProviderFailure(
          Kind.INVALID,
          "the entry would have "
              + bytes
              + " bytes in the server, and at most "
              + LARGEST
              + " are allowed, where each of <, > and & counts as 6",
          "part the secret into several");
    }
  }

  /** In UTF-8 as the server keeps it, which escapes what could be HTML. */
  private static long storedBytes(String document) {
    long bytes = 0;
    for (int i = 0; i < document.length(); i++) {
      char c = document.charAt(i);
      if (c == '<' || c == '>' || c == '&' || c == '\u2028' || c == '\u2029') {
        bytes += 6;
      } else {
        // Each half of a pair of surrogates stands for two of its four bytes.
        bytes += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
      }
    }
    return bytes;
  }

  /** Whether two objects have the same fields, in whichever order. */
  static boolean areEqual(String one, String other) {
    try {
      return Json.readObject(one).equals(Json.readObject(other));
    } catch (JsonFormatException e) {
      return one.equals(other);
    }
  }
}
