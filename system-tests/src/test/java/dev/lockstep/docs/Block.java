package dev.lockstep.docs;

import java.util.List;

/**
 * A fenced block of a page.
 *
 * @param line where its first line stands in the page, counted from 1
 * @param language the first word behind the fence, or nothing
 * @param argument the word behind it: the name of a file, {@code exit=3}, or {@code clone}
 * @param lines what is in it
 */
record Block(int line, String language, String argument, List<String> lines) {
  private static final String EXIT = "exit=";

  /** Whether it is a list of commands. */
  boolean isCommands() {
    return language.equals("sh");
  }

  /** Whether the commands are for somebody with a clone of the repository. */
  boolean isForClone() {
    return argument.equals("clone");
  }

  /** Whether it shows what the commands before it print. */
  boolean isOutput() {
    return language.equals("text");
  }

  /** Whether it is the content of a file. */
  boolean isFile() {
    return !isCommands() && !isOutput() && !argument.isEmpty();
  }

  /** Whether it shows a part of a file that is there already. */
  boolean isExcerpt() {
    return language.equals("java") && argument.isEmpty();
  }

  /** With which code the commands end: the last one's, because all others succeed. */
  int exitCode() {
    return argument.startsWith(EXIT) ? Integer.parseInt(argument.substring(EXIT.length())) : 0;
  }

  String text() {
    return String.join("\n", lines) + "\n";
  }
}
