package dev.lockstep.secret.encryption;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.StringTokenizer;
import org.jspecify.annotations.Nullable;

/**
 * What stands in a key file: keys in base64, a line each, the newest first, and behind {@value
 * #STORE} the stores that have come to use it besides the one that it is named after. Other lines
 * that begin with {@code #} are comments.
 *
 * @param keys one or more; nobody changes their bytes
 * @param stores their paths, from the key file's folder
 */
record KeyFileText(List<byte[]> keys, Set<String> stores) {
  private static final String STORE = "# also of ";

  /** Reads it; null when it holds something that is no key, or none. */
  static @Nullable KeyFileText read(byte[] content) {
    List<byte[]> keys = new ArrayList<>();
    Set<String> stores = new LinkedHashSet<>();
    StringTokenizer lines =
        new StringTokenizer(new String(content, StandardCharsets.UTF_8), "\r\n");
    while (lines.hasMoreTokens()) {
      String line = lines.nextToken().strip();
      if (line.startsWith(STORE)) {
        stores.add(line.substring(STORE.length()));
      } else if (!line.startsWith("#")) {
        StringTokenizer words = new StringTokenizer(line);
        while (words.hasMoreTokens()) {
          byte[] key = key(words.nextToken());
          if (key == null) {
            return null;
          }
          keys.add(key);
        }
      }
    }
    return keys.isEmpty() ? null : new KeyFileText(keys, stores);
  }

  private static byte @Nullable [] key(String text) {
    try {
      byte[] key = Base64.getDecoder().decode(text);
      return key.length == EncryptedValues.KEY_BYTES ? key : null;
    } catch (IllegalArgumentException e) {
      // The exception quotes the content.
      return null;
    }
  }

  /** The same stores with other keys. */
  KeyFileText with(List<byte[]> other) {
    return new KeyFileText(other, stores);
  }

  /** The same keys with one more store. */
  KeyFileText and(String store) {
    Set<String> more = new LinkedHashSet<>(stores);
    more.add(store);
    return new KeyFileText(keys, more);
  }

  byte[] write() {
    StringBuilder text = new StringBuilder();
    for (byte[] key : keys) {
      text.append(Base64.getEncoder().encodeToString(key)).append('\n');
    }
    for (String store : stores) {
      text.append(STORE).append(store).append('\n');
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** Shows no key. */
  @Override
  public String toString() {
    return "KeyFileText[keys=" + keys.size() + ", stores=" + stores + "]";
  }
}
