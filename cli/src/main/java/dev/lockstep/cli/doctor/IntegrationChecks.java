package dev.lockstep.cli.doctor;

import dev.lockstep.home.HomeException;
import dev.lockstep.home.LockstepHome;
import dev.lockstep.stack.InstalledIntegration;
import dev.lockstep.stack.IntegrationRegistry;
import dev.lockstep.stack.StackException;

/** What was installed, and whether it can be used. */
final class IntegrationChecks {
  private static final String INTEGRATIONS = "integrations";
  private static final String FIX = "Fix: ";

  private final IntegrationRegistry registry;

  IntegrationChecks(LockstepHome home) {
    this.registry = new IntegrationRegistry(home);
  }

  void check(Findings findings) {
    try {
      for (InstalledIntegration installed : registry.all()) {
        String problem = registry.problem(installed);
        String name = "'" + installed.name() + "' " + installed.version();
        if (problem == null) {
          findings.ok(INTEGRATIONS, name + " is installed, and nothing of it is missing.");
        } else {
          int fix = problem.indexOf(FIX);
          findings.warning(
              INTEGRATIONS,
              name + " cannot be used: " + problem.substring(0, fix).strip(),
              problem.substring(fix + FIX.length()));
        }
      }
    } catch (StackException | HomeException e) {
      findings.failure(INTEGRATIONS, Finding.State.PROBLEM, e);
    }
  }
}
