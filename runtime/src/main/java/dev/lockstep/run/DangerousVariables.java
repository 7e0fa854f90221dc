package dev.lockstep.run;

import java.util.Locale;
import java.util.Set;

/**
 * Variables by which programs find, load or configure code: no secret may set them. The processor
 * refuses the same ones (LS090) when a schema shows them; here they are found in secrets without one.
 */
final class DangerousVariables {
  private static final Set<String> NAMES =
      Set.of(
          "PATH",
          "HOME",
          "SHELL",
          "IFS",
          "ENV",
          "BASH_ENV",
          "TMPDIR",
          "CLASSPATH",
          "JAVA_HOME",
          "JAVA_OPTS",
          "JAVA_TOOL_OPTIONS",
          "JDK_JAVA_OPTIONS",
          "JDK_JAVAC_OPTIONS",
          "_JAVA_OPTIONS",
          "MAVEN_OPTS",
          "NODE_OPTIONS",
          "PERL5LIB",
          "PERL5OPT",
          "PROMPT_COMMAND",
          "PYTHONHOME",
          "PYTHONPATH",
          "PYTHONSTARTUP",
          "RUBYLIB",
          "RUBYOPT");

  private DangerousVariables() {}

  /** Also true for what no shell takes for a variable. */
  static boolean contains(String variable) {
    String upper = variable.toUpperCase(Locale.ROOT);
    return NAMES.contains(upper)
        || upper.startsWith("LD_")
        || upper.startsWith("DYLD_")
        || upper.startsWith("LOCKSTEP_")
        || upper.isEmpty()
        || Character.isDigit(upper.charAt(0));
  }
}
