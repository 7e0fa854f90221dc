package dev.lockstep.processor.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** The findings on one declaration, gathered before any of them is printed. */
public final class Report {
  private final List<Finding> findings = new ArrayList<>();

  public void add(Finding finding) {
    findings.add(finding);
  }

  public boolean hasErrors() {
    for (Finding finding : findings) {
      if (finding.diagnostic().severity() == Severity.ERROR) {
        return true;
      }
    }
    return false;
  }

  /** Whether an error stands exactly there; what builds on that place then has nothing to add. */
  public boolean hasErrorAt(Location location) {
    return findings.stream()
        .anyMatch(f -> f.location() == location && f.diagnostic().severity() == Severity.ERROR);
  }

  /** Whether one of some diagnostics stands exactly there. */
  public boolean has(Set<Diagnostic> diagnostics, Location location) {
    return findings.stream()
        .anyMatch(f -> f.location() == location && diagnostics.contains(f.diagnostic()));
  }

  public List<Finding> findings() {
    return Collections.unmodifiableList(findings);
  }
}
