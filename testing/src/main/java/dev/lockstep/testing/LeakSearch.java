package dev.lockstep.testing;

import dev.lockstep.json.Json;
import dev.lockstep.redact.Redactor;
import dev.lockstep.secret.SecretValue;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Looks for values in texts. What counts as a find is what the runtime's own redaction would mask,
 * so that the two can never disagree; the names of forms here are for people only.
 */
final class LeakSearch {
  /** More than these help nobody. */
  private static final int MOST_SHOWN = 10;

  private final List<Wanted> wanted = new ArrayList<>();
  private final Redactor all = new Redactor();

  /**
   * A value that must not be found.
   *
   * @param name what messages call it, such as {@code key 'token' of secret 'api'}
   */
  record Named(String name, SecretValue value) {}

  private record Wanted(Named named, Redactor redactor) {}

  LeakSearch(List<Named> values) {
    for (Named named : values) {
      Redactor redactor = new Redactor();
      redactor.add(List.of(named.value()));
      wanted.add(new Wanted(named, redactor));
    }
    all.add(values.stream().map(Named::value).toList());
  }

  /**
   * The values that a text has, each with the first place where it stands.
   *
   * @param where what the text is, such as {@code output 'report'}, or empty
   */
  List<String> finds(String where, String text) {
    if (all.redact(text).equals(text)) {
      return List.of();
    }
    List<String> finds = new ArrayList<>();
    for (Wanted one : wanted) {
      String masked = one.redactor().redact(text);
      if (!masked.equals(text)) {
        int at = firstDifference(text, masked);
        String form = form(text, at, one.named().value().reveal());
        finds.add(
            one.named().name()
                + ": "
                + (where.isEmpty() ? "" : where + ", ")
                + "line "
                + (1 + text.substring(0, at).chars().filter(c -> c == '\n').count())
                + ", "
                + (form == null ? "in an encoded form" : form));
      }
    }
    return finds;
  }

  /** The error that tells finds. Names in it, such as those of files, may be leaks themselves. */
  AssertionError error(String what, List<String> finds) {
    StringBuilder message = new StringBuilder(what);
    for (String find : finds.subList(0, Math.min(finds.size(), MOST_SHOWN))) {
      message.append("\n  ").append(find);
    }
    if (finds.size() > MOST_SHOWN) {
      message.append("\n  and ").append(finds.size() - MOST_SHOWN).append(" more");
    }
    return new AssertionError(all.redact(message.toString()));
  }

  private static int firstDifference(String text, String masked) {
    int at = 0;
    while (at < text.length() && at < masked.length() && text.charAt(at) == masked.charAt(at)) {
      at++;
    }
    return Math.min(at, Math.max(0, text.length() - 1));
  }

  private static @Nullable String form(String text, int at, String value) {
    // A value that begins like the mask differs from it only later.
    for (int from = Math.max(0, at - SecretValue.MASK.length()); from <= at; from++) {
      String form = formAt(text, from, value);
      if (form != null) {
        return form;
      }
    }
    return null;
  }

  private static @Nullable String formAt(String text, int at, String value) {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    String hex = HexFormat.of().formatHex(bytes);
    String url = URLEncoder.encode(value, StandardCharsets.UTF_8);
    String json = Json.write(value);
    if (text.startsWith(value, at)) {
      return "as it is";
    } else if (text.regionMatches(true, at, hex, 0, hex.length())) {
      return "in hex";
    } else if (text.startsWith(url, at) || text.startsWith(url.replace("+", "%20"), at)) {
      return "URL-encoded";
    } else if (text.startsWith(json.substring(1, json.length() - 1), at)) {
      return "as in JSON";
    } else if (isBase64(text, at, bytes)) {
      return "in base64";
    }
    return value.lines().anyMatch(line -> !line.isEmpty() && text.startsWith(line, at))
        ? "one line of it"
        : null;
  }

  /** Whether base64 stands there, with zero, one or two bytes before the value's in its group. */
  private static boolean isBase64(String text, int at, byte[] value) {
    for (Base64.Encoder encoder : List.of(Base64.getEncoder(), Base64.getUrlEncoder())) {
      for (int before = 0; before < 3; before++) {
        byte[] shifted = new byte[before + value.length];
        System.arraycopy(value, 0, shifted, before, value.length);
        String whole = encoder.withoutPadding().encodeToString(shifted);
        // The characters in which other bytes have no part.
        String own = whole.substring((before * 8 + 5) / 6, shifted.length * 8 / 6);
        if (!own.isEmpty() && text.startsWith(own, at)) {
          return true;
        }
      }
    }
    return false;
  }
}
