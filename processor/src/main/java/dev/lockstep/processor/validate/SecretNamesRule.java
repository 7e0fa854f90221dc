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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Secrets are a closed world: what a step asks for is listed. */
final class SecretNamesRule implements PipelineRule {
  private record Use(StepDeclaration step, ParameterDeclaration.Secret parameter) {}

  @Override
  public void check(Subject subject, Report report) {
    checkList(subject, report);
    List<String> listed = subject.pipeline().secretNames();
    Map<String, List<Use>> notListed = new LinkedHashMap<>();
    for (StepDeclaration step : subject.steps()) {
      for (ParameterDeclaration parameter : step.parameters()) {
        if (parameter instanceof ParameterDeclaration.Secret secret
            && !listed.contains(secret.secret().name())
            && !report.hasErrorAt(secret.location())) {
          if (secret.explicit()) {
            report.add(unknown(subject, step, secret.secret(), "@SecretName"));
          } else if (!isMeantAsOutput(subject, secret, report)) {
            notListed
                .computeIfAbsent(secret.secret().name(), name -> new ArrayList<>())
                .add(new Use(step, secret));
          }
        }
      }
      checkNames(subject, step, listed, report);
    }
    notListed.values().forEach(uses -> report.add(notListed(subject, uses)));
  }

  private static void checkNames(
      Subject subject, StepDeclaration step, List<String> listed, Report report) {
    Set<String> seen = new HashSet<>();
    for (Named secret : step.secrets()) {
      if (!listed.contains(secret.name())) {
        report.add(unknown(subject, step, secret, "@Step(secrets)"));
      } else if (!seen.add(secret.name())) {
        report.add(duplicate(secret, "Step '" + step.name() + "' names the secret '", "' twice."));
      }
    }
  }

  /** A step that returns a secret is told so; that another one takes it is the same mistake. */
  private static boolean isMeantAsOutput(
      Subject subject, ParameterDeclaration.Secret secret, Report report) {
    return subject.steps().stream()
        .anyMatch(
            step ->
                step.name().equals(secret.secret().name())
                    && step.secretPath() != null
                    && report.hasErrorAt(step.location()));
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
        report.add(duplicate(secret, "Secret '", "' is listed twice."));
      }
    }
  }

  private static Finding duplicate(Named secret, String before, String after) {
    return Finding.of(
            Diagnostic.DUPLICATE_SECRET, secret.location(), before + secret.name() + after)
        .fix("remove one of them.");
  }

  /** One finding per secret: one edit mends all the steps that ask for it. */
  private static Finding notListed(Subject subject, List<Use> uses) {
    StepDeclaration step = uses.get(0).step();
    ParameterDeclaration.Secret secret = uses.get(0).parameter();
    List<String> others =
        uses.stream()
            .map(use -> use.step().name())
            .distinct()
            .filter(name -> !name.equals(step.name()))
            .toList();
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
        .fact(
            others.isEmpty()
                ? ""
                : "Other steps that ask for it: " + Suggestion.quoted(others) + ".")
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
                + (secret.name().isEmpty()
                    ? "' names no secret."
                    : "' names the secret '"
                        + secret.name()
                        + "', which '"
                        + subject.pipeline().displayName()
                        + "' does not list."))
        .fact(listed(listed))
        .fact(Suggestion.didYouMean(secret.name(), listed))
        .fix(
            Names.isSecret(secret.name())
                ? "@Pipeline(" + edit(listed, secret.name()) + "), or name a listed one."
                : "name a listed one.");
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
