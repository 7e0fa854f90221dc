package dev.lockstep.processor.validate;

import dev.lockstep.processor.model.PackageAccess;
import dev.lockstep.processor.model.ReflectedType;
import dev.lockstep.processor.report.Diagnostic;
import dev.lockstep.processor.report.Finding;
import dev.lockstep.processor.report.Location;

/**
 * What is stored as JSON is in a package that Jackson may look into. Only the last round knows, and
 * one word for each package is enough.
 */
public final class OpenPackageRule {
  private OpenPackageRule() {}

  /** What to say of a package that the module does not open, at a step that needs it. */
  public static Finding finding(
      String step, ReflectedType type, PackageAccess access, Location location) {
    return Finding.of(
            Diagnostic.PACKAGE_NOT_OPENED,
            location,
            "Step '"
                + step
                + "' returns "
                + type.name()
                + ", which JSON cannot see: the module '"
                + access.module()
                + "' does not open its package to Jackson.")
        .fact(
            access.exported()
                ? "What it exports is seen only where it is public, and " + type.name() + " is not."
                : "On the module path, the run fails when the value is stored or read.")
        .fact(
            "Where ServiceLoader finds a materializer for it, silence this with"
                + " @SuppressWarnings(\"lockstep:"
                + Diagnostic.PACKAGE_NOT_OPENED.slug()
                + "\").")
        .fix(
            "in module-info.java, write: opens "
                + type.packageName()
                + " to com.fasterxml.jackson.databind;");
  }
}
