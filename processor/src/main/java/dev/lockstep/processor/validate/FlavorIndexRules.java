package dev.lockstep.processor.validate;

import com.squareup.javapoet.ClassName;
import dev.lockstep.processor.model.FlavorDeclaration;
import dev.lockstep.processor.report.Diagnostic;
import dev.lockstep.processor.report.Finding;
import dev.lockstep.processor.report.Location;
import dev.lockstep.processor.report.Report;
import java.util.Collection;
import java.util.TreeSet;

/** What is wrong with flavors only when they are seen together, or with their module. */
public final class FlavorIndexRules {
  private FlavorIndexRules() {}

  /** Reports that another flavor of that type of component has the name. */
  public static void reportNamesake(FlavorDeclaration flavor, ClassName other, Report report) {
    report.add(
        Finding.of(
                Diagnostic.DUPLICATE_FLAVOR,
                flavor.name().location(),
                "Two "
                    + flavor.components().get(0).noun()
                    + " flavors are called '"
                    + flavor.name().name()
                    + "'.")
            .fact("The other is " + other.canonicalName() + ".")
            .fix("give one of them another name."));
  }

  /**
   * Reports that a named module does not provide a flavor.
   *
   * @param flavor the class that is marked
   * @param module the module's name
   * @param all names of all classes that the module has to provide
   */
  public static void reportNotProvided(
      ClassName flavor, Location location, String module, Collection<String> all, Report report) {
    report.add(
        Finding.of(
                Diagnostic.FLAVOR_NOT_PROVIDED,
                location,
                "The module '"
                    + module
                    + "' does not provide flavor '"
                    + String.join(".", flavor.simpleNames())
                    + "', so that nobody finds it on the module path.")
            .fact("In a named module, META-INF/services is not read.")
            .fix(
                "in module-info.java, write: provides dev.lockstep.stack.ComponentFlavor with "
                    + String.join(", ", new TreeSet<>(all))
                    + ";"));
  }
}
