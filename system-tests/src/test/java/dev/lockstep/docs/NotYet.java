package dev.lockstep.docs;

import java.util.List;

/**
 * Commands that pages and the first hour call and that do not exist yet: what calls them is
 * skipped. A line goes when its command comes, because then a test fails.
 */
final class NotYet {
  static final List<String> COMMANDS =
      List.of(
          "init",
          "check",
          "secret rename",
          "secret delete-all",
          "secret export",
          "secret import",
          "secret copy",
          "secrets-manager describe",
          "secrets-manager remove-attribute",
          "secrets-manager rename",
          "secrets-manager explain",
          "secrets-manager flavor",
          "stack register-secrets",
          "stack remove-component",
          "stack copy",
          "stack rename",
          "stack export",
          "stack import");

  private NotYet() {}

  /** Whether a text calls one of them. */
  static boolean isCalledBy(String text) {
    return COMMANDS.stream().anyMatch(command -> text.contains("lockstep " + command));
  }
}
