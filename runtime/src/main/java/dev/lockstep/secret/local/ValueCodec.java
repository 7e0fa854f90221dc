package dev.lockstep.secret.local;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a value stands in the store. */
interface ValueCodec {
  /** The word for it in the store's header and in the component's configuration. */
  String name();

  /**
   * Fields of the store's header: how the key is had, and the {@value StoreText#KEY_CHECK} by which
   * another key is told from a damaged value.
   */
  Map<String, String> header();

  /** Whether a store with this key check was written with the same key. */
  boolean isKeyOf(@Nullable String keyCheck);

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
