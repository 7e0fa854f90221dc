package dev.lockstep.secret.encryption;

import org.jspecify.annotations.Nullable;

/** How a value stands in a store on this machine. */
public interface ValueCodec {
  /** What the header of a store says that is written with this. */
  StoreHeader header();

  /** The value as it stands in the store, at one place only. */
  String encode(Place place, String value);

  /**
   * The value that stands at a place, or null when that is none: damaged, moved from another place,
   * or written with another key.
   */
  @Nullable String decode(Place place, String stored);

  /**
   * What a value is bound to.
   *
   * @param secret the secret's name in the store
   * @param version the secret's version
   * @param key the key in the secret
   */
  record Place(String secret, long version, String key) {}
}
