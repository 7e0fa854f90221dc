package dev.lockstep.redact;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Set;

/** The forms in which programs print a text, each as the ISO-8859-1 reading of its bytes. */
final class Encodings {
  /** A line of a multi-line value is looked for by itself from this length on. */
  private static final int SHORTEST_LINE = 8;

  private Encodings() {}

  static Set<String> of(String value) {
    Set<String> forms = new LinkedHashSet<>();
    if (value.isEmpty()) {
      return forms;
    }
    addForms(value, forms);
    String stripped = value.strip(); // A value from a file ends with a line's end; its use rarely.
    if (!stripped.isEmpty() && stripped.length() < value.length()) {
      addForms(stripped, forms);
    }
    if (value.indexOf('\n') >= 0) {
      for (String line : value.split("\r?\n", -1)) {
        if (line.length() >= SHORTEST_LINE) {
          addForms(line, forms);
        }
      }
    }
    return forms;
  }

  private static void addForms(String value, Set<String> forms) {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    forms.add(Redactor.latin1(value));
    forms.add(HexFormat.of().formatHex(bytes));
    forms.add(HexFormat.of().withUpperCase().formatHex(bytes));
    addBase64(bytes, Base64.getEncoder(), forms);
    addBase64(bytes, Base64.getUrlEncoder(), forms);
    String url = URLEncoder.encode(value, StandardCharsets.UTF_8);
    forms.add(url);
    forms.add(url.replace("+", "%20"));
    forms.add(Redactor.latin1(json(value)));
    forms.add(Redactor.latin1(xml(value)));
    forms.add(lowerCaseEscapes(url));
    forms.add(lowerCaseEscapes(url.replace("+", "%20")));
    forms.add(asciiOnly(json(value), HexFormat.of()));
    forms.add(asciiOnly(json(value), HexFormat.of().withUpperCase()));
    // What a program prints whose output is not UTF-8.
    forms.add(new String(value.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.ISO_8859_1));
    forms.add(new String(value.getBytes(StandardCharsets.US_ASCII), StandardCharsets.US_ASCII));
    forms.add(Redactor.latin1(value.replace("'", "'\\''")));
  }

  /**
   * What base64 makes of the bytes when zero, one or two others stand before them: the characters
   * that depend on these bytes alone.
   */
  private static void addBase64(byte[] bytes, Base64.Encoder encoder, Set<String> forms) {
    for (int before = 0; before < 3; before++) {
      byte[] shifted = new byte[before + bytes.length];
      System.arraycopy(bytes, 0, shifted, before, bytes.length);
      String whole = encoder.withoutPadding().encodeToString(shifted);
      int first = (before * 8 + 5) / 6;
      int last = shifted.length * 8 / 6;
      // From four characters on; less would be found everywhere.
      if (last - first >= 4) {
        forms.add(whole.substring(first, last));
      }
      Arrays.fill(shifted, (byte) 0);
    }
  }

  /** {@code %C3} as {@code %c3}. */
  private static String lowerCaseEscapes(String url) {
    StringBuilder text = new StringBuilder(url);
    for (int i = 0; i + 2 < text.length(); i++) {
      if (text.charAt(i) == '%') {
        text.setCharAt(i + 1, Character.toLowerCase(text.charAt(i + 1)));
        text.setCharAt(i + 2, Character.toLowerCase(text.charAt(i + 2)));
      }
    }
    return text.toString();
  }

  /** Other characters than ASCII as JSON and Java write them: a backslash, u and four digits. */
  private static String asciiOnly(String value, HexFormat digits) {
    StringBuilder text = new StringBuilder(value.length() + 16);
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c < 0x7f) {
        text.append(c);
      } else {
        text.append("\\u").append(digits.toHexDigits(c));
      }
    }
    return text.toString();
  }

  private static String json(String value) {
    StringBuilder text = new StringBuilder(value.length() + 8);
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '"' -> text.append("\\\"");
        case '\\' -> text.append("\\\\");
        case '\n' -> text.append("\\n");
        case '\r' -> text.append("\\r");
        case '\t' -> text.append("\\t");
        default -> {
          if (c < ' ') {
            text.append("\\u").append(HexFormat.of().toHexDigits(c));
          } else {
            text.append(c);
          }
        }
      }
    }
    return text.toString();
  }

  private static String xml(String value) {
    return value
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&apos;");
  }
}
