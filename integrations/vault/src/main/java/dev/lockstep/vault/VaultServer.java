package dev.lockstep.vault;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the server is.
 *
 * @param address without a slash at its end
 * @param namespace empty for the root namespace
 * @param certificates a file with those that are trusted, or null for the JDK's
 * @param redirectHosts where else a standby may send a request with its token
 */
record VaultServer(
    URI address, String namespace, @Nullable Path certificates, List<String> redirectHosts) {
  VaultServer {
    redirectHosts = List.copyOf(redirectHosts);
  }
}
