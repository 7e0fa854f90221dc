package dev.lockstep.processor.validate;

import dev.lockstep.processor.model.Names;
import dev.lockstep.processor.model.TypeRef;
import dev.lockstep.processor.report.Diagnostic;
import dev.lockstep.processor.report.Finding;
import dev.lockstep.processor.report.Location;
import dev.lockstep.processor.report.Suggestion;
import java.util.List;

/** What is said alike of options of a runner and of those of a flavor. */
final class OptionFindings {
  private OptionFindings() {}

  /**
   * A name that no option can have.
   *
   * @param of whose option it would be, or nothing
   */
  static Finding malformed(
      Diagnostic diagnostic, Location location, String written, String option, String of) {
    return Finding.of(
            diagnostic, location, "'" + written + "' cannot be the name of an option" + of + ".")
        .fact("A name is words of letters (a-z) and digits, joined by hyphens.")
        .fix("@Param(name = \"" + Names.correctedOption(option) + "\").");
  }

  /**
   * A name that is taken.
   *
   * @param of whose option it is
   * @param what what has the name in the source
   */
  static Finding reserved(
      Diagnostic diagnostic, Location location, String option, String of, String what) {
    return Finding.of(diagnostic, location, "'--" + option + "' is an option of " + of + ".")
        .fix("give the " + what + " another name, such as @Param(name = \"my-" + option + "\").");
  }

  /**
   * A default that its type cannot have; it is not shown where the name looks confidential.
   *
   * @param what what has the default, as in {@code parameter 'size'}
   */
  static Finding unreadable(
      Diagnostic diagnostic,
      Location location,
      String text,
      String option,
      String what,
      TypeRef type,
      String why) {
    String shown = Confidential.looksSo(option) ? "The default" : "The default '" + text + "'";
    return Finding.of(
            diagnostic,
            location,
            shown + " of " + what + " is no " + Words.simple(type) + ": " + why + ".")
        .fix("write a default that is one, or none.");
  }

  /** A default that is none of an enum's constants. */
  static Finding unknownConstant(
      Diagnostic diagnostic,
      Location location,
      String text,
      String option,
      String what,
      TypeRef type,
      List<String> constants) {
    return unreadable(diagnostic, location, text, option, what, type, "it is none of the constants")
        .fact(Suggestion.didYouMean(text, constants))
        .fix("write one of " + Suggestion.list(constants) + ".");
  }
}
