package dev.lockstep.testing.google;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which part of an upload a chunk is: {@code bytes 0-99/*}, {@code bytes 100-149/150}, {@code bytes
 * *}{@code /150}, {@code bytes *}{@code /*}.
 *
 * @param first the first byte, or -1 for none
 * @param total the size of the whole, or -1 when it is not known yet
 */
record ContentRange(long first, long last, long total) {
  private static final Pattern FORM =
      Pattern.compile("bytes (?:(\\d{1,18})-(\\d{1,18})|\\*)/(\\d{1,18}|\\*)");

  /** Without the header, the body is the whole. */
  static ContentRange of(@Nullable String header, int body) throws Refusal {
    if (header == null) {
      return new ContentRange(body == 0 ? -1 : 0, body - 1L, body);
    }
    Matcher matcher = FORM.matcher(header);
    if (!matcher.matches()) {
      throw SecretRules.invalid("Invalid Content-Range.");
    }
    return new ContentRange(
        number(matcher.group(1)), number(matcher.group(2)), number(matcher.group(3)));
  }

  private static long number(@Nullable String text) {
    return text == null || text.equals("*") ? -1 : Long.parseLong(text);
  }

  boolean hasBytes() {
    return first >= 0;
  }

  /** Whether nothing is sent, and nothing is known: a question how far the upload is. */
  boolean isQuestion() {
    return first < 0 && total < 0;
  }
}
