package dev.lockstep.secret.local;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values in plain base64, readable by whoever reads the file: for development. */
final class EncodedValues implements ValueCodec {
  static final String NAME = "none";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Map<String, String> header() {
    return Map.of();
  }

  @Override
  public boolean isKeyOf(@Nullable String keyCheck) {
    return true;
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
