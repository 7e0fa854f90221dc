package dev.lockstep.processor.validate;

import dev.lockstep.processor.model.ClassFacts;
import dev.lockstep.processor.model.FlavorDeclaration;
import dev.lockstep.processor.report.Diagnostic;
import dev.lockstep.processor.report.Finding;
import dev.lockstep.processor.report.Report;

/** Generated code in the same package can make instances of the class, and has a free name. */
final class FlavorClassRule implements FlavorRule {
  @Override
  public void check(FlavorDeclaration flavor, Report report) {
    ClassFacts facts = flavor.facts();
    if (facts.kind() != ClassFacts.Kind.CLASS) {
      report.add(
          unfit(flavor, " is " + facts.kind().article() + ", and must be a class.")
              .fix("declare it as 'class'."));
      return;
    }
    if (facts.privateType() != null) {
      report.add(
          unfit(
                  flavor,
                  facts.privateType().equals(facts.type().simpleName())
                      ? " is private."
                      : " is inside '" + facts.privateType() + "', which is private.")
              .fact(flavor.generated().simpleName() + ", which makes it, cannot see it.")
              .fix("remove 'private' from '" + facts.privateType() + "'."));
    }
    if (facts.inner()) {
      report.add(
          unfit(flavor, " is an inner class: an instance needs one of the class around it.")
              .fix("declare it as 'static class'."));
    }
    if (facts.isAbstract()) {
      report.add(unfit(flavor, " is abstract.").fix("remove 'abstract'."));
    }
    if (facts.generic()) {
      report.add(
          unfit(flavor, " is generic.")
              .fact("Nobody says what its type parameters stand for when it is made.")
              .fix("remove the type parameters."));
    }
    checkGenerated(flavor, report);
  }

  private static Finding unfit(FlavorDeclaration flavor, String what) {
    return Finding.of(
        Diagnostic.FLAVOR_CLASS, flavor.location(), "Flavor '" + flavor.displayName() + "'" + what);
  }

  private static void checkGenerated(FlavorDeclaration flavor, Report report) {
    String name = "Flavor '" + flavor.displayName() + "'";
    if (flavor.generated().packageName().isEmpty()) {
      report.add(
          Finding.of(Diagnostic.DEFAULT_PACKAGE, flavor.location(), name + " is in no package.")
              .fact("What is generated for it could meet another class of its name.")
              .fix("put the class into a package."));
    }
    if (flavor.environment().generatedNameTaken()) {
      report.add(
          Finding.of(
                  Diagnostic.GENERATED_NAME_TAKEN,
                  flavor.location(),
                  "What is generated for '"
                      + flavor.displayName()
                      + "' would be called "
                      + flavor.generated().simpleName()
                      + ", and a class of that name exists.")
              .fix("rename one of them."));
    }
    if (!flavor.environment().runtime()) {
      report.add(
          Finding.of(
                  Diagnostic.RUNTIME_MISSING,
                  flavor.location(),
                  "What is generated for '"
                      + flavor.displayName()
                      + "' needs the runtime, which is not on the class path.")
              .fix("add the dependency dev.lockstep:lockstep-runtime."));
    }
  }
}
