package dev.lockstep.secret.encryption;

import dev.lockstep.secret.SecretScope;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How a secrets manager is configured that keeps its secrets in a file of this machine.
 *
 * @param component its name, for messages
 * @param file the file
 * @param encryption null when values are plain base64
 * @param scope the part of the file that it sees
 */
public record FileSettings(
    String component, Path file, @Nullable StoreEncryption encryption, SecretScope scope) {}
