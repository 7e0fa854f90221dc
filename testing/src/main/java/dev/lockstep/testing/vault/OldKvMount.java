package dev.lockstep.testing.vault;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A KV engine of version 1: it keeps whatever is written, wherever, and has no versions. */
final class OldKvMount implements Mount {
  private final Map<String, Map<String, @Nullable Object>> entries = new HashMap<>();

  @Override
  public String version() {
    return "1";
  }

  @Override
  public boolean isThere(String path) {
    return entries.containsKey(path);
  }

  @Override
  public VaultAnswer answer(VaultRequest request) {
    Map<String, @Nullable Object> entry = entries.get(request.path());
    return switch (request.method()) {
      case "GET" -> entry == null ? VaultAnswer.ABSENT : VaultAnswer.data(entry);
      case "POST" -> {
        entries.put(request.path(), request.body().fields());
        yield VaultAnswer.NOTHING;
      }
      case "DELETE" -> {
        entries.remove(request.path());
        yield VaultAnswer.NOTHING;
      }
      default -> VaultAnswer.ABSENT;
    };
  }
}
