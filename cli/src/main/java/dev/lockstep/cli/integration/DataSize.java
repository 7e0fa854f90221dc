package dev.lockstep.cli.integration;

/** Numbers of bytes for people. */
final class DataSize {
  private static final long KIB = 1024;
  private static final long TENTH_OF_MIB = KIB * KIB / 10;

  private DataSize() {}

  /** In KiB or in tenths of a MiB, rounded up. */
  static String of(long bytes) {
    if (bytes < KIB * KIB) {
      return (bytes + KIB - 1) / KIB + " KiB";
    }
    long tenths = (bytes + TENTH_OF_MIB - 1) / TENTH_OF_MIB;
    return tenths / 10 + "." + tenths % 10 + " MiB";
  }
}
