package dev.lockstep.benchmark;

/** How warm the compiler is. */
enum Mode {
  /** A process for every compilation. */
  COLD(0, 1),
  /** Compilations that follow others in one process, as in a build daemon. */
  WARM(15, 5);

  private final int unmeasured;
  private final int measured;

  Mode(int unmeasured, int measured) {
    this.unmeasured = unmeasured;
    this.measured = measured;
  }

  int unmeasured() {
    return unmeasured;
  }

  int measured() {
    return measured;
  }
}
