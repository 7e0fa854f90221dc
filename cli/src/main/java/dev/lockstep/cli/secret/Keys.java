package dev.lockstep.cli.secret;

/** How messages speak of keys. */
final class Keys {
  private Keys() {}

  static String counted(int number) {
    return number == 1 ? "1 key" : number + " keys";
  }
}
