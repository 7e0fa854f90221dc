package dev.lockstep.processor.model;

import java.util.Set;

/** What the compiler knows of types. */
public interface TypeSystem {
  /** Whether a value of one type can be given where the other is expected, boxing included. */
  boolean isAssignable(TypeRef from, TypeRef to);

  /**
   * Names under which a type can be found: of a type itself and of everything that it extends and
   * implements, without type arguments. A type is assignable only to types whose {@link #erasure}
   * is among them.
   */
  Set<String> erasures(TypeRef type);

  /** The name of the type without type arguments, boxed. */
  String erasure(TypeRef type);
}
