package dev.lockstep.benchmark;

/** How the same sources are compiled. */
enum Variant {
  /** Without any processor, and without what it would generate. */
  NONE,
  /**
   * With the generated code as if somebody had written it: what no processor can be faster than.
   */
  FLOOR,
  /**
   * With a processor that does nothing but hand the compiler the same files: what no processor that
   * generates them can be faster than.
   */
  COPY,
  /** With the processor. */
  FULL
}
