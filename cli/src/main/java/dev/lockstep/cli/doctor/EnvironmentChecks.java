package dev.lockstep.cli.doctor;

import dev.lockstep.cli.host.Host;
import dev.lockstep.home.LockstepHome;
import dev.lockstep.run.console.RunnerOptions;
import dev.lockstep.stack.ActiveStack;
import dev.lockstep.stack.Passphrases;
import dev.lockstep.text.Suggestion;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Variables, and how arguments and file names are read. No variable's value is shown. */
final class EnvironmentChecks {
  private static final String PREFIX = "LOCKSTEP_";
  private static final List<String> KNOWN =
      List.of(
          LockstepHome.VARIABLE,
          ActiveStack.VARIABLE,
          Passphrases.VARIABLE,
          Passphrases.NEW_VARIABLE,
          RunnerOptions.PREFLIGHT_VARIABLE);

  private final Map<String, String> environment;

  EnvironmentChecks(Host host) {
    this.environment = host.environment();
  }

  void check(Findings findings) {
    locale(findings);
    variables(findings);
  }

  private static void locale(Findings findings) {
    String encoding = System.getProperty("sun.jnu.encoding", "");
    if (isUtf8(encoding)) {
      findings.ok("locale", "Arguments and file names are " + encoding + ".");
    } else {
      findings.warning(
          "locale",
          "Arguments and file names are read as "
              + encoding
              + ", which loses what is not in it, such as accents.",
          "export LC_ALL=C.UTF-8");
    }
  }

  private static boolean isUtf8(String encoding) {
    try {
      return Charset.forName(encoding).equals(StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private void variables(Findings findings) {
    List<String> known = new ArrayList<>();
    for (String name : new TreeSet<>(environment.keySet())) {
      if (KNOWN.contains(name)) {
        known.add(name);
      } else if (name.startsWith(PREFIX)) {
        findings.warning(
            "variables",
            "The variable "
                + name
                + " means nothing to Lockstep."
                + Suggestion.didYouMean(name, KNOWN),
            "unset " + name);
      }
    }
    findings.ok(
        "variables", known.isEmpty() ? "None is set." : "Set: " + String.join(", ", known) + ".");
  }
}
