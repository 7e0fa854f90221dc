package dev.lockstep.processor.validate;

import dev.lockstep.processor.report.Diagnostic;
import dev.lockstep.processor.report.Finding;
import dev.lockstep.processor.report.Report;
import java.util.List;
import java.util.Locale;

/** A schedule is five cron fields, each within its range. */
final class ScheduleRule implements PipelineRule {
  private record Field(String name, int least, int most, List<String> names) {}

  private static final List<Field> FIELDS =
      List.of(
          new Field("minute", 0, 59, List.of()),
          new Field("hour", 0, 23, List.of()),
          new Field("day of month", 1, 31, List.of()),
          new Field(
              "month",
              1,
              12,
              List.of(
                  "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov",
                  "dec")),
          new Field("day of week", 0, 7, List.of("sun", "mon", "tue", "wed", "thu", "fri", "sat")));

  @Override
  public void check(Subject subject, Report report) {
    String schedule = subject.pipeline().schedule().name();
    if (schedule.isEmpty()) {
      return;
    }
    String problem = problem(schedule);
    if (!problem.isEmpty()) {
      report.add(
          Finding.of(
                  Diagnostic.SCHEDULE,
                  subject.pipeline().schedule().location(),
                  "'" + schedule + "' is no schedule: " + problem + ".")
              .fix(
                  "write minute, hour, day of month, month and day of week, such as"
                      + " \"30 4 * * 1-5\" for 4:30 on weekdays."));
    }
  }

  private static String problem(String schedule) {
    String[] parts = schedule.trim().split("\\s+", -1);
    if (parts.length != FIELDS.size()) {
      return "it has "
          + (parts.length == 1 ? "1 field" : parts.length + " fields")
          + " and not five";
    }
    for (int i = 0; i < parts.length; i++) {
      for (String item : parts[i].split(",", -1)) {
        if (!fits(item, FIELDS.get(i))) {
          return "'" + item + "' is no " + FIELDS.get(i).name();
        }
      }
    }
    return "";
  }

  private static boolean fits(String item, Field field) {
    String[] step = item.split("/", -1);
    if (step.length > 2 || (step.length == 2 && !step[1].matches("[1-9][0-9]{0,2}"))) {
      return false;
    }
    if (step[0].equals("*")) {
      return true;
    }
    String[] range = step[0].split("-", -1);
    if (range.length > 2) {
      return false;
    }
    int from = number(range[0], field);
    int to = number(range[range.length - 1], field);
    return from >= field.least() && to <= field.most() && from <= to;
  }

  /** A number or name, or one that fits nowhere. */
  private static int number(String text, Field field) {
    int named = field.names().indexOf(text.toLowerCase(Locale.ROOT));
    if (named >= 0) {
      return named + field.least();
    }
    return text.matches("[0-9]{1,3}") ? Integer.parseInt(text) : -1;
  }
}
