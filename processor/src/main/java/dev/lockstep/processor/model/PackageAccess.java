package dev.lockstep.processor.model;

/**
 * What a module lets Jackson see of a package.
 *
 * @param opened whether everything
 * @param exported whether what is public
 */
public record PackageAccess(String module, boolean opened, boolean exported) {
  /** Whether it lets Jackson see a type of the package. */
  public boolean includes(ReflectedType type) {
    return opened || (exported && type.isPublic());
  }
}
