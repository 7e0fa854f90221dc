package dev.lockstep.secret.provider;

import dev.lockstep.secret.SecretScope;
import java.time.Duration;
import java.util.Map;

/**
 * What the attributes that all providers share say; see {@link ProviderOptions}.
 *
 * @param component the component's name, for messages
 * @param scope the part of the provider's secrets that it sees
 * @param deletion what deleting means
 * @param onDeleted what registering the name of a deleted secret does
 * @param attempts how often a call is made at most, 1 or more
 * @param timeout how long one call may take
 * @param singleValueKey the key of a payload that is no JSON object
 * @param singleValues by secret, the key of its whole payload
 */
public record ProviderSettings(
    String component,
    SecretScope scope,
    Deletion deletion,
    OnDeleted onDeleted,
    int attempts,
    Duration timeout,
    String singleValueKey,
    Map<String, String> singleValues) {
  public ProviderSettings {
    singleValues = Map.copyOf(singleValues);
  }
}
