package dev.lockstep.processor.validate;

import dev.lockstep.processor.model.ComponentKind;
import dev.lockstep.processor.model.FlavorDeclaration;
import dev.lockstep.processor.model.Named;
import dev.lockstep.processor.model.Names;
import dev.lockstep.processor.report.Diagnostic;
import dev.lockstep.processor.report.Finding;
import dev.lockstep.processor.report.Report;
import java.util.Set;

/** A flavor's name can stand in commands, and is not one of the runtime's own. */
final class FlavorNameRule implements FlavorRule {
  /** What the runtime brings for each type of component; nothing can replace it. */
  private static final Set<String> BUILT_IN = Set.of("local");

  @Override
  public void check(FlavorDeclaration flavor, Report report) {
    Named name = flavor.name();
    if (!Names.isFlavor(name.name())) {
      report.add(
          Finding.of(
                  Diagnostic.FLAVOR_NAME,
                  name.location(),
                  "'" + name.name() + "' cannot be the name of a flavor.")
              .fact("A name is words of letters (a-z) and digits, joined by hyphens.")
              .fix("@Flavor(\"" + Names.correctedFlavor(name.name()) + "\")."));
    } else if (BUILT_IN.contains(name.name())) {
      for (ComponentKind kind : flavor.components()) {
        report.add(
            Finding.of(
                    Diagnostic.FLAVOR_NAME,
                    name.location(),
                    "The runtime has "
                        + kind.oneOf()
                        + " flavor '"
                        + name.name()
                        + "' of its own, which cannot be replaced.")
                .fix(
                    "give yours another name, such as @Flavor(\""
                        + Names.correctedFlavor(flavor.facts().type().simpleName())
                        + "\")."));
      }
    }
  }
}
