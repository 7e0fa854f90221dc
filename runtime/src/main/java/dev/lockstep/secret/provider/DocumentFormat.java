package dev.lockstep.secret.provider;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.lockstep.secret.InvalidSecretException;
import dev.lockstep.secret.MalformedSecretException;
import dev.lockstep.secret.Secret;
import dev.lockstep.secret.SecretValue;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How a secret's keys and values are written at a provider: as one plain JSON object of texts,
 * which other tools write and read as well. What others wrote is read as far as it makes sense: a
 * number or a truth value as its text, an object or list as its JSON, null as an absent key, and a
 * payload that is no object as the value of one key.
 */
final class DocumentFormat {
  private static final JsonFactory JSON = new JsonFactory();

  private final String singleValueKey;
  private final Map<String, String> singleValues;

  /**
   * Sets up the reading of single values.
   *
   * @param singleValueKey the key of a payload that is no JSON object
   * @param singleValues by secret, the key under which the whole payload is read and written as it
   *     is, even if it is a JSON object
   */
  DocumentFormat(String singleValueKey, Map<String, String> singleValues) {
    this.singleValueKey = singleValueKey;
    this.singleValues = singleValues;
  }

  SecretDocument encode(Secret secret) {
    String key = singleValues.get(secret.name());
    if (key == null) {
      return new SecretDocument(json(secret), secret.type());
    }
    SecretValue value = secret.values().get(key);
    if (value == null || secret.values().size() > 1) {
      throw new InvalidSecretException(
          "The secret '"
              + secret.name()
              + "' is a single value here, of the key '"
              + key
              + "', and cannot have other keys. Fix: give it just that one, or take it out of the"
              + " attribute "
              + ProviderOptions.SINGLE_VALUES
              + ".");
    }
    return new SecretDocument(value.reveal(), secret.type());
  }

  private static String json(Secret secret) {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = JSON.createGenerator(text)) {
      out.writeStartObject();
      for (Map.Entry<String, SecretValue> entry : secret.values().entrySet()) {
        out.writeStringField(entry.getKey(), entry.getValue().reveal());
      }
      out.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  Secret decode(String name, SecretDocument document) {
    String key = singleValues.get(name);
    Map<String, SecretValue> values =
        key == null ? values(name, document.text()) : single(key, document.text());
    Secret secret = Secret.of(name, document.type(), values);
    return document.version().isPresent() ? secret.withVersion(document.version().get()) : secret;
  }

  private Map<String, SecretValue> values(String name, String text) {
    return text.stripLeading().startsWith("{") ? object(name, text) : single(singleValueKey, text);
  }

  private static Map<String, SecretValue> single(String key, String text) {
    return Map.of(key, SecretValue.of(text));
  }

  private static Map<String, SecretValue> object(String name, String text) {
    Map<String, SecretValue> values = new LinkedHashMap<>();
    try (JsonParser parser = JSON.createParser(text)) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String key = parser.currentName();
        JsonToken token = parser.nextToken();
        if (token == JsonToken.VALUE_NULL) {
          continue;
        }
        if (values.put(key, SecretValue.of(value(parser, token))) != null) {
          // Readers disagree on which one counts, so nobody should have to know.
          throw malformed(name, "the key '" + key + "' is there twice");
        }
      }
      if (parser.nextToken() != null) {
        throw malformed(name, "something follows the JSON object");
      }
    } catch (JsonProcessingException e) {
      // Its message quotes the payload.
      throw malformed(
          name,
          e.getLocation() == null
              ? "it is no valid JSON"
              : "it is no valid JSON at line "
                  + e.getLocation().getLineNr()
                  + ", column "
                  + e.getLocation().getColumnNr());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return values;
  }

  private static String value(JsonParser parser, JsonToken token) throws IOException {
    if (!token.isStructStart()) {
      return parser.getText();
    }
    StringWriter text = new StringWriter();
    try (JsonGenerator out = JSON.createGenerator(text)) {
      // Exactly: a number keeps its digits.
      out.copyCurrentStructureExact(parser);
    }
    return text.toString();
  }

  private static MalformedSecretException malformed(String name, String problem) {
    return new MalformedSecretException(
        name, List.of(problem + ", though it begins as a JSON object"));
  }
}
