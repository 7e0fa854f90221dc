package dev.lockstep.processor.report;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing to say: what is wrong with the thing named, the facts that prove it, the edit to make.
 *
 * @param headline one sentence that names its subject
 * @param facts two or three lines at most, one sentence each
 * @param fix the edit, or null when the headline says it all
 */
public record Finding(
    Diagnostic diagnostic,
    Location location,
    String headline,
    List<String> facts,
    @Nullable String fix) {

  public Finding {
    facts = List.copyOf(facts);
  }

  public static Finding of(Diagnostic diagnostic, Location location, String headline) {
    return new Finding(diagnostic, location, headline, List.of(), null);
  }

  /** Adds a line of evidence; an empty one is left out. */
  public Finding fact(String fact) {
    if (fact.isEmpty()) {
      return this;
    }
    List<String> more = new ArrayList<>(facts);
    more.add(fact);
    return new Finding(diagnostic, location, headline, more, fix);
  }

  public Finding fix(String edit) {
    return new Finding(diagnostic, location, headline, facts, edit);
  }

  /**
   * The message as the user reads it.
   *
   * @param foreign what to put in front of the headline, when it is about something elsewhere
   */
  String text(String foreign) {
    StringBuilder text = new StringBuilder("[").append(diagnostic.id()).append("] ");
    text.append(foreign).append(headline);
    facts.forEach(fact -> text.append("\n  ").append(fact));
    if (fix != null) {
      text.append("\n  Fix: ").append(fix);
    }
    return text.toString();
  }
}
