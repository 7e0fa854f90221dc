package dev.lockstep.aws;

import dev.lockstep.secret.Secret;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.secretsmanager.model.Tag;

/** What says of a provider secret that it is ours, and of which type; never its value. */
final class Marks {
  /** The tag of what Lockstep created. */
  static final String MANAGED = "lockstep-managed";

  /** The staging label of what readers get. */
  static final String CURRENT = "AWSCURRENT";

  private static final String YES = "true";
  private static final String TYPE = "lockstep-type";
  private static final String LABEL = TYPE + "=";

  private Marks() {}

  static List<Tag> tags(String type) {
    return List.of(tag(MANAGED, YES), typeTag(type));
  }

  static Tag typeTag(String type) {
    return tag(TYPE, type);
  }

  private static Tag tag(String key, String value) {
    return Tag.builder().key(key).value(value).build();
  }

  static boolean isManaged(List<Tag> tags) {
    return YES.equals(value(tags, MANAGED));
  }

  static String typeOfTags(List<Tag> tags) {
    String type = value(tags, TYPE);
    return type == null || type.isEmpty() ? Secret.ARBITRARY : type;
  }

  private static @Nullable String value(List<Tag> tags, String key) {
    for (Tag tag : tags) {
      if (key.equals(tag.key())) {
        return tag.value();
      }
    }
    return null;
  }

  /** The staging label that tells a version's type. */
  static String label(String type) {
    return LABEL + type;
  }

  /** The type that a version's labels tell, or null. */
  static @Nullable String typeOfLabels(List<String> labels) {
    for (String label : labels) {
      if (label.startsWith(LABEL) && label.length() > LABEL.length()) {
        return label.substring(LABEL.length());
      }
    }
    return null;
  }

  static String base64(SdkBytes bytes) {
    return Base64.getEncoder().encodeToString(bytes.asByteArrayUnsafe());
  }
}
