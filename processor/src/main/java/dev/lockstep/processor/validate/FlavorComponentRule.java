package dev.lockstep.processor.validate;

import dev.lockstep.processor.model.ComponentKind;
import dev.lockstep.processor.model.FlavorDeclaration;
import dev.lockstep.processor.report.Diagnostic;
import dev.lockstep.processor.report.Finding;
import dev.lockstep.processor.report.Report;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A flavor's class is a component of exactly one type. */
final class FlavorComponentRule implements FlavorRule {
  private static final String INTERFACES =
      Arrays.stream(ComponentKind.values())
          .map(ComponentKind::simpleInterfaceName)
          .collect(Collectors.joining(", "));

  @Override
  public void check(FlavorDeclaration flavor, Report report) {
    List<ComponentKind> components = flavor.components();
    String name = "Flavor '" + flavor.displayName() + "' is ";
    if (flavor.handWritten()) {
      report.add(
          Finding.of(
                  Diagnostic.FLAVOR_COMPONENT,
                  flavor.location(),
                  name + "a ComponentFlavor, which @Flavor generates.")
              .fact("@Flavor belongs on the component itself.")
              .fix(
                  "remove @Flavor and name the class in META-INF/services/"
                      + "dev.lockstep.stack.ComponentFlavor, or mark the component instead."));
    } else if (components.isEmpty()) {
      report.add(
          Finding.of(
                  Diagnostic.FLAVOR_COMPONENT, flavor.location(), name + "no component of a stack.")
              .fact("Components implement one of " + INTERFACES + ".")
              .fix("implement one of them, or remove @Flavor."));
    } else if (components.size() > 1) {
      report.add(
          Finding.of(
                  Diagnostic.FLAVOR_COMPONENT,
                  flavor.location(),
                  name
                      + components.stream()
                          .map(ComponentKind::oneOf)
                          .collect(Collectors.joining(" and "))
                      + ".")
              .fact("A component of a stack is of one type.")
              .fix("write one class for each."));
    }
  }
}
