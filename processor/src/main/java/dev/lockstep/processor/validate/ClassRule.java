package dev.lockstep.processor.validate;

import dev.lockstep.processor.model.ClassFacts;
import dev.lockstep.processor.model.PipelineDeclaration.StepClass;
import dev.lockstep.processor.model.Visibility;
import dev.lockstep.processor.report.Diagnostic;
import dev.lockstep.processor.report.Finding;
import dev.lockstep.processor.report.Location;
import dev.lockstep.processor.report.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Generated code can make an instance of the pipeline and of every class that it includes. */
final class ClassRule implements PipelineRule {
  @Override
  public void check(Subject subject, Report report) {
    ClassFacts pipeline = subject.pipeline().facts();
    String home = pipeline.type().packageName();
    check(pipeline, "Pipeline", home, pipeline.location(), report);
    if (home.isEmpty() && pipeline.kind() == ClassFacts.Kind.CLASS) {
      report.add(
          Finding.of(
                  Diagnostic.DEFAULT_PACKAGE,
                  pipeline.location(),
                  "Pipeline '" + pipeline.displayName() + "' is in no package.")
              .fact("Code in a package cannot use what is generated for it.")
              .fix("put the class into a package."));
    }
    for (StepClass included : subject.pipeline().stepClasses()) {
      check(included.facts(), "Step class", home, included.reference(), report);
    }
  }

  private static void check(
      ClassFacts facts, String what, String home, Location location, Report report) {
    String name = what + " '" + facts.displayName() + "'";
    if (facts.kind() != ClassFacts.Kind.CLASS) {
      report.add(
          Finding.of(
                  Diagnostic.PIPELINE_KIND,
                  location,
                  name + " is " + facts.kind().article() + ", and must be a class.")
              .fix("declare it as 'class'."));
      return;
    }
    if (facts.privateType() != null) {
      String which =
          facts.privateType().equals(facts.type().simpleName())
              ? " is private."
              : " is inside '" + facts.privateType() + "', which is private.";
      report.add(
          Finding.of(Diagnostic.PIPELINE_PRIVATE, location, name + which)
              .fact("The generated runner is a class of its own and cannot see it.")
              .fix("remove 'private' from '" + facts.privateType() + "'."));
    } else if (isHidden(facts, home)) {
      report.add(
          Finding.of(
                  Diagnostic.PIPELINE_PRIVATE,
                  location,
                  name + " cannot be seen from the package '" + home + "' of the runner.")
              .fix("make it, and the classes around it, public."));
    }
    checkInstance(facts, name, home, location, report);
  }

  private static boolean isHidden(ClassFacts facts, String home) {
    return facts.visibility() == Visibility.PACKAGE && !facts.type().packageName().equals(home);
  }

  private static void checkInstance(
      ClassFacts facts, String name, String home, Location location, Report report) {
    if (facts.inner()) {
      report.add(
          Finding.of(
                  Diagnostic.PIPELINE_INNER,
                  location,
                  name + " is an inner class: an instance needs one of the class around it.")
              .fix("declare it as 'static class'."));
    }
    if (facts.isAbstract()) {
      report.add(
          Finding.of(Diagnostic.PIPELINE_ABSTRACT, location, name + " is abstract.")
              .fact("Every step runs on a fresh instance of its class.")
              .fix("remove 'abstract'."));
    }
    if (facts.generic()) {
      report.add(
          Finding.of(Diagnostic.PIPELINE_GENERIC, location, name + " is generic.")
              .fact("Nobody says what its type parameters stand for when it runs.")
              .fix("remove the type parameters."));
    }
    if (facts.privateType() == null) {
      // What nobody wrote is as private as its class.
      checkConstructor(facts, name, home, location, report);
    }
  }

  private static void checkConstructor(
      ClassFacts facts, String name, String home, Location location, Report report) {
    Visibility needed =
        facts.type().packageName().equals(home) ? Visibility.PACKAGE : Visibility.PUBLIC;
    List<ClassFacts.Constructor> usable = new ArrayList<>();
    for (ClassFacts.Constructor constructor : facts.constructors()) {
      if (constructor.parameters() == 0 && constructor.visibility().compareTo(needed) <= 0) {
        usable.add(constructor);
      }
    }
    if (usable.isEmpty()) {
      String found =
          facts.constructors().stream()
              .map(ClassFacts.Constructor::text)
              .collect(Collectors.joining("; "));
      report.add(
          Finding.of(
                  Diagnostic.PIPELINE_CONSTRUCTOR,
                  location,
                  name + " has no constructor without parameters that the runner can call.")
              .fact("It has: " + found + ".")
              .fix(
                  "add a constructor without parameters; what steps need arrives as their"
                      + " parameters."));
    } else if (!usable.get(0).checked().isEmpty()) {
      report.add(
          Finding.of(
                  Diagnostic.CONSTRUCTOR_THROWS,
                  location,
                  "The constructor of "
                      + name.substring(0, 1).toLowerCase(Locale.ROOT)
                      + name.substring(1)
                      + " throws "
                      + String.join(", ", usable.get(0).checked())
                      + ".")
              .fix("move what can fail into a step."));
    }
  }
}
