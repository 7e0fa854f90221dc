package dev.lockstep.processor.validate;

import dev.lockstep.processor.model.KeyDeclaration;
import dev.lockstep.processor.model.Names;
import dev.lockstep.processor.model.SchemaDeclaration;
import dev.lockstep.processor.report.Diagnostic;
import dev.lockstep.processor.report.Finding;
import dev.lockstep.processor.report.Report;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The variables of a schema's keys are different, well-formed, and mean nothing else. */
final class VariableRule implements SchemaRule {
  /** Variables by which programs find, load or configure code. */
  private static final Set<String> DANGEROUS =
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

  private static final List<String> DANGEROUS_PREFIXES = List.of("LD_", "DYLD_", "LOCKSTEP_");

  @Override
  public void check(SchemaDeclaration schema, Report report) {
    Map<String, KeyDeclaration> seen = new HashMap<>();
    for (KeyDeclaration key : schema.keys()) {
      if (report.hasErrorAt(key.nameLocation())) {
        continue;
      }
      String variable = key.env();
      String upper = variable.toUpperCase(Locale.ROOT);
      if (!Names.isVariable(variable)) {
        report.add(
            Finding.of(
                    Diagnostic.VARIABLE_NAME,
                    key.envLocation(),
                    "'" + variable + "' cannot be a variable.")
                .fact(
                    "A variable is letters (a-z, A-Z), digits and '_', not beginning with a digit.")
                .fix("@Key(env = \"" + Names.variable(key.name()) + "\")."));
      } else if (DANGEROUS.contains(upper) || hasDangerousPrefix(upper)) {
        report.add(
            Finding.of(
                    Diagnostic.DANGEROUS_VARIABLE,
                    key.envLocation(),
                    "Key '"
                        + key.name()
                        + "' would be the variable "
                        + variable
                        + ", which has a meaning of its own for the programs that a step starts.")
                .fix(
                    "@Key(env = \""
                        + Names.variable(schema.schemaType())
                        + "_"
                        + upper.replaceFirst("^_+", "")
                        + "\")."));
      }
      KeyDeclaration other = seen.putIfAbsent(variable, key);
      if (other != null && !other.name().equals(key.name())) {
        report.add(
            Finding.of(
                    Diagnostic.DUPLICATE_VARIABLE,
                    key.envLocation(),
                    "The keys '"
                        + other.name()
                        + "' and '"
                        + key.name()
                        + "' both need the variable "
                        + variable
                        + ".")
                .fix("give one of them another with @Key(env = ...)."));
      }
    }
  }

  private static boolean hasDangerousPrefix(String upper) {
    for (String prefix : DANGEROUS_PREFIXES) {
      if (upper.startsWith(prefix)) {
        return true;
      }
    }
    return false;
  }
}
