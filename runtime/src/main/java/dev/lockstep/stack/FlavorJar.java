package dev.lockstep.stack;

/**
 * A jar that a home keeps for registered flavors.
 *
 * @param digest the SHA-256 of its content in hexadecimal, which is also its name
 * @param source where it was copied from
 * @param size its length in bytes
 * @param modified when the copy was last written, in milliseconds since 1970
 */
public record FlavorJar(String digest, String source, long size, long modified) {
  /** The name of the copy. */
  public String fileName() {
    return digest + ".jar";
  }
}
