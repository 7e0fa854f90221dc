package dev.lockstep.processor.validate;

import dev.lockstep.processor.model.KeyDeclaration;
import dev.lockstep.processor.model.Named;
import dev.lockstep.processor.model.SchemaDeclaration;
import dev.lockstep.processor.model.StepDeclaration;
import dev.lockstep.processor.report.Diagnostic;
import dev.lockstep.processor.report.Finding;
import dev.lockstep.processor.report.Report;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** No two secrets of a step need one variable, as far as their schemas are known. */
final class VariableCollisionRule implements PipelineRule {
  @Override
  public void check(Subject subject, Report report) {
    for (StepDeclaration step : subject.steps()) {
      Map<String, String> owners = new HashMap<>();
      Set<String> told = new HashSet<>();
      for (Named secret : step.secrets()) {
        for (SchemaDeclaration schema : subject.deliveries().schemas(secret.name())) {
          for (KeyDeclaration key : schema.keys()) {
            String owner = owners.putIfAbsent(key.env(), secret.name());
            if (owner != null && !owner.equals(secret.name()) && told.add(secret.name())) {
              report.add(finding(step, secret, owner, key));
            }
          }
        }
      }
    }
  }

  private static Finding finding(
      StepDeclaration step, Named secret, String owner, KeyDeclaration key) {
    return Finding.of(
            Diagnostic.VARIABLE_COLLISION,
            secret.location(),
            "Step '"
                + step.name()
                + "' receives the secrets '"
                + owner
                + "' and '"
                + secret.name()
                + "' as environment, and both need the variable "
                + key.env()
                + ".")
        .fix(
            "take one of them as a parameter, or give the key '"
                + key.name()
                + "' another variable with @Key(env = ...).");
  }
}
