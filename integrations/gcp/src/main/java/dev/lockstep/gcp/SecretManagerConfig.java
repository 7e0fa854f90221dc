package dev.lockstep.gcp;

import dev.lockstep.gcp.OldVersions.Policy;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What the attributes of the flavor {@code gcp} say.
 *
 * @param location of regional secrets; empty for global ones
 * @param replicas the locations of new global secrets; empty to let Google choose
 * @param perKey whether a new secret is kept as one provider secret for each key
 * @param oldVersions what becomes of versions that were replaced
 * @param keepVersions how many of the newest versions stay as they are, 1 or more
 * @param versionFallback whether to read the newest enabled version when the newest is not enabled
 * @param timeout how long one call may take
 */
record SecretManagerConfig(
    Optional<String> location,
    List<String> replicas,
    boolean perKey,
    Policy oldVersions,
    int keepVersions,
    boolean versionFallback,
    Duration timeout) {}
