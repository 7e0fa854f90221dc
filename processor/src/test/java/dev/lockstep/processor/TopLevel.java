package dev.lockstep.processor;

import java.util.ArrayList;
import java.util.List;

/** Finds the declarations in a piece of code, as far as brackets, comments and texts tell. */
final class TopLevel {
  private TopLevel() {}

  /** Each declaration by itself, with as many lines before it as there are in the code. */
  static List<String> parts(String text) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      i = skip(text, i);
      if (i >= text.length()) {
        break;
      }
      depth += change(text.charAt(i));
      if (depth == 0 && (text.charAt(i) == '}' || text.charAt(i) == ';')) {
        parts.add(text.substring(0, start).replaceAll("[^\n]", " ") + text.substring(start, i + 1));
        start = i + 1;
      }
    }
    return parts;
  }

  /** What is outside of brackets, comments and texts. */
  static String outline(String part) {
    StringBuilder outline = new StringBuilder();
    int depth = 0;
    for (int i = 0; i < part.length(); i++) {
      i = skip(part, i);
      if (i >= part.length()) {
        break;
      }
      depth += change(part.charAt(i));
      outline.append(depth == 0 ? part.charAt(i) : ' ');
    }
    return outline.toString();
  }

  private static int change(char c) {
    return switch (c) {
      case '(', '{' -> 1;
      case ')', '}' -> -1;
      default -> 0;
    };
  }

  /** The index where a comment or text ends that begins there, else the index itself. */
  private static int skip(String text, int i) {
    if (text.startsWith("//", i)) {
      int end = text.indexOf('\n', i);
      return end < 0 ? text.length() : end;
    }
    if (text.charAt(i) != '"') {
      return i;
    }
    int end = i + 1;
    while (end < text.length() && text.charAt(end) != '"') {
      end += text.charAt(end) == '\\' ? 2 : 1;
    }
    return end;
  }
}
