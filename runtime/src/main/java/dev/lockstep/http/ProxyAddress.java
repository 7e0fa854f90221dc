package dev.lockstep.http;

import dev.lockstep.secret.SecretValue;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where a proxy is.
 *
 * @param host a name or an address, an IPv6 one without brackets
 * @param authorization what it is told of who asks; null for nothing
 */
record ProxyAddress(String host, int port, @Nullable SecretValue authorization) {
  private static final String SCHEME = "http://";

  /** curl's, where an address says none. */
  private static final int DEFAULT_PORT = 1080;

  private static final int LARGEST_PORT = 65_535;

  /**
   * Reads {@code http://USER:PASSWORD@HOST:PORT}, of which the host is enough; null when it is
   * something else. No library reads it, because their refusals quote what they read.
   */
  static @Nullable ProxyAddress of(String text) {
    int scheme = text.indexOf("://");
    if (scheme >= 0 && !text.toLowerCase(Locale.ROOT).startsWith(SCHEME)) {
      return null;
    }
    String rest = scheme < 0 ? text : text.substring(SCHEME.length());
    int at = rest.lastIndexOf('@');
    String place = rest.substring(at + 1);
    int slash = place.indexOf('/');
    if (slash >= 0) {
      place = place.substring(0, slash);
    }
    int bracket = place.indexOf(']');
    int colon = place.indexOf(':', bracket + 1);
    String host = colon < 0 ? place : place.substring(0, colon);
    int port = colon < 0 ? DEFAULT_PORT : port(place.substring(colon + 1));
    if (host.startsWith("[") && host.endsWith("]")) {
      host = host.substring(1, host.length() - 1);
    }
    SecretValue authorization = at < 0 ? null : authorization(rest.substring(0, at));
    return port < 0 || !isHost(host) || (at >= 0 && authorization == null)
        ? null
        : new ProxyAddress(host, port, authorization);
  }

  private static int port(String text) {
    try {
      int port = Integer.parseInt(text);
      return port < 1 || port > LARGEST_PORT ? -1 : port;
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  private static boolean isHost(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Character.isLetterOrDigit(c) && "-._:%".indexOf(c) < 0) {
        return false;
      }
    }
    return !text.isEmpty();
  }

  private static @Nullable SecretValue authorization(String user) {
    String all = user.contains(":") ? user : user + ":";
    try {
      // A plus is a plus here.
      String decoded = URLDecoder.decode(all.replace("+", "%2B"), StandardCharsets.UTF_8);
      return SecretValue.of(
          "Basic " + Base64.getEncoder().encodeToString(decoded.getBytes(StandardCharsets.UTF_8)));
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /** For the JDK, which looks the name up when it connects. */
  Proxy forJdk() {
    return new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(host, port));
  }
}
