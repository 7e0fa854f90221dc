package dev.lockstep.processor.validate;

import dev.lockstep.processor.model.ConfigurationDeclaration;
import dev.lockstep.processor.model.FlavorDeclaration;
import dev.lockstep.processor.model.FlavorDeclaration.Argument;
import dev.lockstep.processor.model.FlavorDeclaration.Constructor;
import dev.lockstep.processor.report.Diagnostic;
import dev.lockstep.processor.report.Finding;
import dev.lockstep.processor.report.Report;
import dev.lockstep.processor.report.Suggestion;
import java.util.List;

/** Generated code knows which constructor to call, and can: with a configuration that it makes. */
final class FlavorConstructorRule implements FlavorRule {
  @Override
  public void check(FlavorDeclaration flavor, Report report) {
    List<Constructor> fitting = flavor.fitting();
    if (fitting.size() > 1) {
      report.add(
          Finding.of(
                  Diagnostic.FLAVOR_CONSTRUCTOR,
                  flavor.location(),
                  "Flavor '" + flavor.displayName() + "' has several constructors that fit.")
              .fact("It has: " + texts(fitting) + ".")
              .fix("make all but one of them private."));
    } else if (fitting.isEmpty()) {
      checkAlmostFitting(flavor, report);
    } else {
      Constructor constructor = fitting.get(0);
      checkThrown(flavor, constructor, report);
      ConfigurationDeclaration configuration = constructor.configuration();
      if (configuration != null) {
        checkConfiguration(flavor, configuration, report);
      }
    }
  }

  private static String texts(List<Constructor> constructors) {
    return Suggestion.list(
        constructors.stream().map(constructor -> constructor.facts().text()).toList(), "; ");
  }

  /** A class as configuration is likelier than a constructor that is meant for something else. */
  private static void checkAlmostFitting(FlavorDeclaration flavor, Report report) {
    List<Constructor> usable = flavor.usable();
    if (usable.isEmpty() && flavor.facts().privateType() != null) {
      return; // What nobody wrote is as private as its class.
    }
    if (usable.size() == 1) {
      List<Argument> others =
          usable.get(0).arguments().stream().filter(argument -> !argument.isContext()).toList();
      if (others.size() == 1 && usable.get(0).arguments().size() <= 2) {
        report.add(noRecord(flavor, others.get(0)));
        return;
      }
    }
    report.add(
        Finding.of(
                Diagnostic.FLAVOR_CONSTRUCTOR,
                flavor.location(),
                "Flavor '"
                    + flavor.displayName()
                    + "' has no constructor that generated code can call.")
            .fact(
                "It may take one record, which is the configuration, and one ComponentContext, and"
                    + " nothing else.")
            .fact("It has: " + texts(flavor.constructors()) + ".")
            .fix(
                "add such a constructor: "
                    + flavor.facts().type().simpleName()
                    + "(Config config), where Config is a record."));
  }

  private static Finding noRecord(FlavorDeclaration flavor, Argument argument) {
    return Finding.of(
            Diagnostic.FLAVOR_CONFIGURATION,
            argument.location(),
            "The configuration '"
                + argument.name()
                + "' of flavor '"
                + flavor.displayName()
                + "' is "
                + Words.a(Words.simple(argument.type()))
                + ", which is no record.")
        .fact("Each component of a record becomes an option: --component=VALUE.")
        .fix("take a record, such as 'record Config(URI url, SecretValue token) {}'.");
  }

  private static void checkThrown(
      FlavorDeclaration flavor, Constructor constructor, Report report) {
    if (!constructor.facts().checked().isEmpty()) {
      report.add(
          Finding.of(
                  Diagnostic.CONSTRUCTOR_THROWS,
                  flavor.location(),
                  "The constructor of flavor '"
                      + flavor.displayName()
                      + "' throws "
                      + String.join(", ", constructor.facts().checked())
                      + ".")
              .fix(
                  "throw an IllegalArgumentException when the configuration is wrong, and leave"
                      + " connecting to the methods."));
    }
  }

  private static void checkConfiguration(
      FlavorDeclaration flavor, ConfigurationDeclaration configuration, Report report) {
    String name =
        "The configuration '"
            + configuration.displayName()
            + "' of flavor '"
            + flavor.displayName()
            + "' ";
    if (configuration.generic()) {
      report.add(
          Finding.of(
                  Diagnostic.FLAVOR_CONFIGURATION, configuration.location(), name + "is generic.")
              .fix("remove the type parameters from the record."));
    }
    if (configuration.visible()) {
      return;
    }
    if (configuration.privateType() != null) {
      boolean itself = configuration.privateType().equals(configuration.type().simpleName());
      report.add(
          Finding.of(
                  Diagnostic.FLAVOR_CONFIGURATION,
                  configuration.location(),
                  name
                      + (itself
                          ? "is private."
                          : "is inside '" + configuration.privateType() + "', which is private."))
              .fact(flavor.generated().simpleName() + ", which makes it, cannot see it.")
              .fix("remove 'private' from '" + configuration.privateType() + "'."));
    } else {
      report.add(
          Finding.of(
                  Diagnostic.FLAVOR_CONFIGURATION,
                  configuration.location(),
                  name + "cannot be seen from the package of the flavor.")
              .fix("make the record, and the types around it, public."));
    }
  }
}
