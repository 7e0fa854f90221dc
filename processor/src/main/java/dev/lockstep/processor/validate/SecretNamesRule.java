package dev.lockstep.processor.validate;

import dev.lockstep.processor.model.Named;
import dev.lockstep.processor.model.Names;
import dev.lockstep.processor.model.ParameterDeclaration;
import dev.lockstep.processor.model.StepDeclaration;
import dev.lockstep.processor.report.Diagnostic;
import dev.lockstep.processor.report.Finding;
import dev.lockstep.processor.report.Report;
import dev.lockstep.processor.report.Suggestion;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Secrets are a closed world: what a step asks for is listed. */
final class SecretNamesRule implements PipelineRule {
  @Override
  public void check(Subject subject, Report report) {
    checkList(subject, report);
    List<String> listed = subject.pipeline().secretNames();
    for (StepDeclaration step : subject.steps()) {
      for (ParameterDeclaration parameter : step.parameters()) {
        if (parameter instanceof ParameterDeclaration.Secret secret
            && !listed.contains(secret.secret().name())
            && !report.hasErrorAt(secret.location())) {
          report.add(
              secret.explicit()
                  ? unknown(subject, step, secret.secret(), "@SecretName")
                  : notListed(subject, step, secret));
        }
      }
      for (Named secret : step.secrets()) {
        if (!listed.contains(secret.name())) {
          report.add(unknown(subject, step, secret, "@Step(secrets)"));
        }
      }
    }
  }

  private static void checkList(Subject subject, Report report) {
    Set<String> seen = new HashSet<>();
    for (Named secret : subject.pipeline().secrets()) {
      if (!Names.isSecret(secret.name())) {
        report.add(
            Finding.of(
                    Diagnostic.SECRET_NAME,
                    secret.location(),
                    "'" + secret.name() + "' cannot be the name of a secret.")
                .fact(
                    "A name is at most 120 letters (a-z, A-Z), digits, '_', '-', '.' and '/',"
                        + " begins and ends with a letter or digit, and has no '//' or '..'.")
                .fix("rename the secret."));
      }
      if (!seen.add(secret.name())) {
        report.add(
            Finding.of(
                    Diagnostic.DUPLICATE_SECRET,
                    secret.location(),
                    "Secret '" + secret.name() + "' is listed twice.")
                .fix("remove one of them."));
      }
    }
  }

  private static Finding notListed(
      Subject subject, StepDeclaration step, ParameterDeclaration.Secret secret) {
    List<String> listed = subject.pipeline().secretNames();
    String name = secret.secret().name();
    String nearest =
        Suggestion.nearest(name, listed)
            .map(word -> "Did you mean @SecretName(\"" + word + "\")?")
            .orElse("");
    return Finding.of(
            Diagnostic.SECRET_NOT_LISTED,
            secret.location(),
            "Step '"
                + step.name()
                + "' asks for the secret '"
                + name
                + "', which '"
                + subject.pipeline().displayName()
                + "' does not list.")
        .fact(listed(listed))
        .fact(nearest)
        .fix(
            "@Pipeline("
                + edit(listed, name)
                + "), or @SecretName on the parameter when the secret has another name.");
  }

  private static Finding unknown(
      Subject subject, StepDeclaration step, Named secret, String annotation) {
    List<String> listed = subject.pipeline().secretNames();
    return Finding.of(
            Diagnostic.UNKNOWN_SECRET,
            secret.location(),
            annotation
                + " of step '"
                + step.name()
                + "' names the secret '"
                + secret.name()
                + "', which '"
                + subject.pipeline().displayName()
                + "' does not list.")
        .fact(listed(listed))
        .fact(Suggestion.didYouMean(secret.name(), listed))
        .fix("@Pipeline(" + edit(listed, secret.name()) + "), or name a listed one.");
  }

  private static String listed(List<String> listed) {
    return listed.isEmpty() ? "It lists none." : "It lists " + Suggestion.quoted(listed) + ".";
  }

  private static String edit(List<String> listed, String name) {
    List<String> all = new ArrayList<>(listed);
    all.add(name);
    String names = all.stream().map(n -> '"' + n + '"').collect(Collectors.joining(", "));
    return "secrets = " + (all.size() == 1 ? names : "{" + names + "}");
  }
}
