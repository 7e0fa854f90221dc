package dev.lockstep.testing.vault;

import dev.lockstep.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** An authentication method at a path. */
interface LoginMethod {
  /** Answers a request; its path is the rest below the mount. */
  VaultAnswer answer(VaultRequest request);

  /** The tokens of a role, as its parameters {@code token_*} say. */
  static VaultTokens.Kind kind(VaultRequest role) {
    List<String> policies = new ArrayList<>(strings(role.body(), "token_policies"));
    policies.add("default");
    boolean batch = role.text("token_type").equals("batch");
    return new VaultTokens.Kind(
        policies,
        Duration.ofSeconds(role.seconds("token_ttl")),
        Duration.ofSeconds(role.seconds("token_max_ttl")),
        batch,
        !batch);
  }

  /** A list, written as one or with commas. */
  static List<String> strings(JsonObject body, String field) {
    return body.fields().get(field) instanceof String text
        ? List.of(text.split(",", -1))
        : body.strings(field);
  }
}
