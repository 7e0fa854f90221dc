package dev.lockstep.testing.aws;

import dev.lockstep.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the service accepts. */
final class Rules {
  private static final int LONGEST_NAME = 512;
  private static final int LONGEST_ID = 2048;
  private static final int LARGEST_VALUE = 65_536;
  private static final int SHORTEST_TOKEN = 32;
  private static final int LONGEST_TOKEN = 64;
  private static final int MOST_LABELS = 20;
  private static final int LONGEST_LABEL = 256;
  private static final int MOST_TAGS = 50;
  private static final int LONGEST_TAG_KEY = 128;
  private static final int LONGEST_TAG_VALUE = 256;

  private Rules() {}

  static String name(String name) {
    boolean valid = !name.isEmpty() && name.length() <= LONGEST_NAME;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      valid &=
          (c >= 'a' && c <= 'z')
              || (c >= 'A' && c <= 'Z')
              || (c >= '0' && c <= '9')
              || "/_+=.@-".indexOf(c) >= 0;
    }
    if (!valid) {
      throw ServiceError.validation(
          "Invalid name. Must be a valid name containing alphanumeric characters, or any of the"
              + " following: -/_+=.@");
    }
    return name;
  }

  static String id(String id) {
    if (id.isEmpty() || id.length() > LONGEST_ID) {
      throw ServiceError.validation("Value at 'secretId' has not from 1 to 2048 characters");
    }
    return id;
  }

  static String token(@Nullable String token) {
    if (token == null) {
      throw ServiceError.parameter(
          "You must provide a ClientRequestToken value. We recommend a UUID-type value.");
    }
    if (token.length() < SHORTEST_TOKEN || token.length() > LONGEST_TOKEN) {
      throw ServiceError.parameter(
          "The ClientRequestToken value must be from 32 to 64 characters long.");
    }
    return token;
  }

  static void value(@Nullable String text, @Nullable String binary) {
    if (text != null && binary != null) {
      throw ServiceError.parameter(
          "You can't specify both a binary secret value and a string secret value in the same"
              + " secret.");
    }
    int size = 1;
    if (text != null) {
      size = text.getBytes(StandardCharsets.UTF_8).length;
    } else if (binary != null) {
      try {
        size = Base64.getDecoder().decode(binary).length;
      } catch (IllegalArgumentException e) {
        throw new ServiceError("SerializationException", "");
      }
    }
    if (size < 1 || size > LARGEST_VALUE) {
      throw ServiceError.validation(
          "Value at 'secretString' failed to satisfy constraint: Member must have length from 1 to"
              + " 65536");
    }
  }

  static List<String> labels(List<String> labels) {
    boolean valid = labels.size() <= MOST_LABELS;
    for (String label : labels) {
      valid &= !label.isEmpty() && label.length() <= LONGEST_LABEL;
    }
    if (!valid) {
      throw ServiceError.validation("Value at 'versionStages' failed to satisfy constraint");
    }
    return labels;
  }

  static Map<String, String> tags(List<JsonObject> tags) {
    Map<String, String> all = new LinkedHashMap<>();
    for (JsonObject tag : tags) {
      String key = tag.string("Key");
      String value = tag.string("Value", "");
      if (key.isEmpty()
          || key.length() > LONGEST_TAG_KEY
          || value.length() > LONGEST_TAG_VALUE
          || key.startsWith("aws:")) {
        throw ServiceError.parameter("A tag's key or value is not allowed.");
      }
      if (all.put(key, value) != null) {
        throw ServiceError.parameter("A tag's key is there twice.");
      }
    }
    return all;
  }

  static void tagCount(Map<String, String> tags) {
    if (tags.size() > MOST_TAGS) {
      throw ServiceError.parameter("A secret has at most 50 tags.");
    }
  }
}
