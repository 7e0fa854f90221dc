package dev.lockstep.secret.encryption;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Values in plain base64, readable by whoever reads the file: for development. */
final class EncodedValues implements ValueCodec {
  @Override
  public StoreHeader header() {
    return new StoreHeader(StoreHeader.NONE, null, null);
  }

  @Override
  public String encode(Place place, String value) {
    return Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public @Nullable String decode(Place place, String stored) {
    try {
      return new String(Base64.getDecoder().decode(stored), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
