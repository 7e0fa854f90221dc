package dev.lockstep.processor.validate;

import dev.lockstep.processor.model.ConfigurationDeclaration;
import dev.lockstep.processor.model.ConfigurationDeclaration.Option;
import dev.lockstep.processor.model.FlavorDeclaration;
import dev.lockstep.processor.model.FlavorDeclaration.Constructor;
import dev.lockstep.processor.model.Names;
import dev.lockstep.processor.model.OptionKind;
import dev.lockstep.processor.report.Diagnostic;
import dev.lockstep.processor.report.Finding;
import dev.lockstep.processor.report.Report;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every component of a configuration can be an option of the command line. */
final class OptionRule implements FlavorRule {
  @Override
  public void check(FlavorDeclaration flavor, Report report) {
    List<Constructor> fitting = flavor.fitting();
    ConfigurationDeclaration configuration =
        fitting.size() == 1 ? fitting.get(0).configuration() : null;
    if (configuration == null) {
      return;
    }
    Map<String, Option> seen = new HashMap<>();
    for (Option option : configuration.options()) {
      checkName(option, configuration, seen, report);
      if (option.kind() == null) {
        report.add(unsupported(option, configuration));
      } else {
        checkDefault(option, option.kind(), configuration, report);
        checkAccess(option, flavor, report);
      }
    }
  }

  private static void checkName(
      Option option,
      ConfigurationDeclaration configuration,
      Map<String, Option> seen,
      Report report) {
    if (!Names.isOption(option.option())) {
      report.add(
          OptionFindings.malformed(
              Diagnostic.FLAVOR_OPTION_NAME,
              option.location(),
              option.written(),
              option.option(),
              ""));
      return;
    }
    if (Names.RESERVED_ATTRIBUTES.contains(option.option())) {
      report.add(
          OptionFindings.reserved(
              Diagnostic.FLAVOR_OPTION_NAME,
              option.location(),
              option.option(),
              "the commands that set components up",
              "option"));
      return;
    }
    Option other = seen.putIfAbsent(option.option(), option);
    if (other != null) {
      report.add(
          Finding.of(
                  Diagnostic.FLAVOR_OPTION_NAME,
                  option.location(),
                  "Components '"
                      + other.component()
                      + "' and '"
                      + option.component()
                      + "' of '"
                      + configuration.displayName()
                      + "' both become the option '--"
                      + option.option()
                      + "'.")
              .fix("give one of them another name with @Param(name = ...)."));
    }
  }

  private static Finding unsupported(Option option, ConfigurationDeclaration configuration) {
    return Finding.of(
            Diagnostic.FLAVOR_OPTION_TYPE,
            option.location(),
            name(option, configuration)
                + "is "
                + Words.a(Words.simple(option.type()))
                + ", which cannot be read from text.")
        .fact("Supported are " + OptionKind.SUPPORTED + ".")
        .fix("take one of them; a list can be one text that the constructor splits.");
  }

  private static String name(Option option, ConfigurationDeclaration configuration) {
    return "Component '" + option.component() + "' of '" + configuration.displayName() + "' ";
  }

  private static void checkDefault(
      Option option, OptionKind kind, ConfigurationDeclaration configuration, Report report) {
    if (kind == OptionKind.ENUM && option.constants().isEmpty()) {
      report.add(
          Finding.of(
                  Diagnostic.FLAVOR_OPTION_TYPE,
                  option.location(),
                  name(option, configuration)
                      + "is "
                      + Words.a(Words.simple(option.type()))
                      + ", which has no constants.")
              .fix("add constants to it, or take another type."));
      return;
    }
    String text = option.defaultText();
    if (text == null) {
      return;
    }
    Finding wrong = null;
    if (kind == OptionKind.SECRET) {
      wrong =
          refused(option, configuration, "has a default, and a secret has none")
              .fact("A default stands in the source and is shown in lists.")
              .fix(
                  "remove the default"
                      + (option.wrapped() ? "." : ", and take Optional<SecretValue> if need be."));
    } else if (option.wrapped()) {
      wrong =
          refused(option, configuration, "is Optional and has a default, so that it is never empty")
              .fix("remove the default, or take " + Words.simple(option.value()) + ".");
    } else if (kind == OptionKind.ENUM) {
      if (!option.constants().contains(text)) {
        wrong =
            OptionFindings.unknownConstant(
                Diagnostic.FLAVOR_OPTION_DEFAULT,
                option.location(),
                text,
                option.option(),
                "component '" + option.component() + "'",
                option.value(),
                option.constants());
      }
    } else {
      Optional<String> objection = kind.objection(text);
      if (objection.isPresent()) {
        wrong =
            OptionFindings.unreadable(
                Diagnostic.FLAVOR_OPTION_DEFAULT,
                option.location(),
                text,
                option.option(),
                "component '" + option.component() + "'",
                option.value(),
                objection.get());
      }
    }
    if (wrong != null) {
      report.add(wrong);
    }
  }

  private static Finding refused(
      Option option, ConfigurationDeclaration configuration, String why) {
    return Finding.of(
        Diagnostic.FLAVOR_OPTION_DEFAULT,
        option.location(),
        name(option, configuration) + why + ".");
  }

  private static void checkAccess(Option option, FlavorDeclaration flavor, Report report) {
    for (String type : option.inaccessibleTypes()) {
      report.add(
          Finding.of(
                  Diagnostic.INACCESSIBLE_TYPE,
                  option.location(),
                  "Component '"
                      + option.component()
                      + "' has the type '"
                      + type
                      + "', which "
                      + flavor.generated().simpleName()
                      + " cannot see.")
              .fix(
                  "make '"
                      + type
                      + "' visible to the flavor's package: not private, and public when it is in"
                      + " another package."));
    }
  }
}
