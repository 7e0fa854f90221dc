package dev.lockstep.benchmark;

/**
 * What is measured several times.
 *
 * @param jdk the version of the JDK
 * @param contender a name in {@code Inputs}
 */
record Series(String jdk, String contender, int size, Mode mode, Variant variant) {
  Series as(Variant other) {
    return new Series(jdk, contender, size, mode, other);
  }
}
