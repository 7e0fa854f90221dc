package dev.lockstep.benchmark.input;

import java.util.List;

/**
 * What the other processors' types consist of: per package one type with ten members, like a
 * pipeline's steps, and five with four each, like its schemas.
 */
final class Members {
  /** A member. */
  record Member(String type, String name) {}

  /** The small types, by name. */
  static final List<String> SMALL = List.of("Warehouse", "Registry", "Lake", "Mail", "Metrics");

  static final List<Member> FOUR =
      List.of(
          new Member("String", "url"),
          new Member("String", "username"),
          new Member("java.util.Optional<String>", "token"),
          new Member("int", "port"));

  static final List<Member> TEN =
      List.of(
          new Member("String", "name"),
          new Member("java.time.LocalDate", "since"),
          new Member("double", "learningRate"),
          new Member("int", "rounds"),
          new Member("java.util.List<String>", "customers"),
          new Member("Warehouse", "warehouse"),
          new Member("Registry", "registry"),
          new Member("Lake", "lake"),
          new Member("Mail", "mail"),
          new Member("Metrics", "metrics"));

  private Members() {}

  /** Every member in a format with TYPE, NAME, and CAPITAL for the name with a capital. */
  static String each(List<Member> members, String format, String separator) {
    StringBuilder text = new StringBuilder();
    for (Member member : members) {
      text.append(text.length() == 0 ? "" : separator);
      String name = member.name();
      String capital = Character.toUpperCase(name.charAt(0)) + name.substring(1);
      text.append(
          format.replace("TYPE", member.type()).replace("NAME", name).replace("CAPITAL", capital));
    }
    return text.toString();
  }
}
