package dev.lockstep.azure;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.net.URL;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The proxy that {@code HTTPS_PROXY} or {@code HTTP_PROXY} names, but for the hosts in {@code
 * NO_PROXY}, each also in small letters, as other clients of Azure read them. The JDK itself knows
 * only its system properties, which hold where no variable says otherwise. A proxy that wants a
 * password is not supported.
 */
final class EnvironmentProxy {
  private final Map<String, String> environment;

  EnvironmentProxy(Map<String, String> environment) {
    this.environment = environment;
  }

  /** Null for what the JDK is configured to do. */
  @Nullable Proxy forUrl(URL url) {
    String name = variable(url.getProtocol() + "_proxy");
    if (name == null || isExcepted(url.getHost())) {
      return null;
    }
    URI proxy = URI.create(name.contains("://") ? name : "http://" + name);
    return proxy.getHost() == null || proxy.getPort() < 0
        ? null
        : new Proxy(Proxy.Type.HTTP, new InetSocketAddress(proxy.getHost(), proxy.getPort()));
  }

  private boolean isExcepted(String host) {
    // Never for what is on this machine, or speaks for it: 169.254.169.254 gives out identities.
    if (host.equals("localhost")
        || host.equals("[::1]")
        || host.startsWith("127.")
        || host.startsWith("169.254.")) {
      return true;
    }
    String exceptions = variable("no_proxy");
    if (exceptions == null) {
      return false;
    }
    String lower = host.toLowerCase(Locale.ROOT);
    for (String each : exceptions.toLowerCase(Locale.ROOT).split(",", -1)) {
      String exception = each.strip();
      if (exception.startsWith("*")) {
        exception = exception.substring(1);
      }
      String suffix = exception.startsWith(".") ? exception : "." + exception;
      if (each.strip().equals("*")
          || (!exception.isEmpty() && (lower.equals(exception) || lower.endsWith(suffix)))) {
        return true;
      }
    }
    return false;
  }

  private @Nullable String variable(String name) {
    String upper = environment.get(name.toUpperCase(Locale.ROOT));
    String value = upper == null ? environment.get(name) : upper;
    return value == null || value.isBlank() ? null : value.strip();
  }
}
