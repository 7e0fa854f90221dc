package dev.lockstep.processor.model;

import com.squareup.javapoet.TypeName;

/**
 * A type as the user wrote it. The name serves for writing and for messages; the handle lets the
 * compiler compare types, and only {@link TypeSystem} can use it.
 */
public record TypeRef(TypeName name, Handle handle) {
  /** A compiler's own idea of the type. Opaque. */
  public interface Handle {}

  /** Equal types have equal names; compilers do not compare their own. */
  @Override
  public boolean equals(Object other) {
    return other instanceof TypeRef that && name.equals(that.name);
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }
}
