package dev.lockstep.http;

import dev.lockstep.stack.StackException;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URL;
import java.util.Map;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * Opens the connections of a component, through the proxy that the environment names. The variables
 * mean what they mean to <a href="https://curl.se/docs/manpage.html#ENVIRONMENT">curl</a>: {@code
 * https_proxy} or {@code HTTPS_PROXY} is the proxy for https addresses, {@code http_proxy} or
 * {@code HTTP_PROXY} for http ones, and {@code no_proxy} or {@code NO_PROXY} lists what is reached
 * without. The one in small letters counts first; a blank one is as if it were not set.
 *
 * <p>Where the JVM itself was told of a proxy ({@code https.proxyHost}, {@code http.proxyHost},
 * {@code socksProxyHost}), it decides, and no variable counts. What is on this machine, or speaks
 * for it (169.254.0.0/16, from where clouds give out identities), is never reached through a proxy
 * of the environment.
 */
public final class HttpConnections {
  private final @Nullable ProxyAddress secure;
  private final @Nullable ProxyAddress plain;
  private final ProxyExceptions exceptions;
  private @Nullable TunnelFactory tunnels;

  private HttpConnections(
      @Nullable ProxyAddress secure, @Nullable ProxyAddress plain, ProxyExceptions exceptions) {
    this.secure = secure;
    this.plain = plain;
    this.exceptions = exceptions;
  }

  /**
   * Those of an environment.
   *
   * @throws StackException when a variable names no proxy that can be used; without its value,
   *     which may hold a password
   */
  public static HttpConnections of(Map<String, String> environment) {
    return new HttpConnections(
        proxy(environment, "https_proxy", "HTTPS_PROXY"),
        proxy(environment, "http_proxy", "HTTP_PROXY"),
        ProxyExceptions.of(value(environment, name(environment, "no_proxy", "NO_PROXY"))));
  }

  private static @Nullable ProxyAddress proxy(
      Map<String, String> environment, String small, String capital) {
    String name = name(environment, small, capital);
    String value = value(environment, name);
    if (value.isEmpty()) {
      return null;
    }
    ProxyAddress address = ProxyAddress.of(value);
    if (address == null) {
      throw new StackException(
          StackException.Reason.UNAVAILABLE,
          "The variable '"
              + name
              + "' names no proxy that can be used. Fix: set it to http://HOST:PORT, or to"
              + " http://USER:PASSWORD@HOST:PORT");
    }
    return address;
  }

  private static String name(Map<String, String> environment, String small, String capital) {
    return value(environment, small).isEmpty() ? capital : small;
  }

  private static String value(Map<String, String> environment, String name) {
    return environment.getOrDefault(name, "").strip();
  }

  /** Opens a connection that trusts whom the JVM trusts; sends nothing yet. */
  public HttpURLConnection open(URL url) throws IOException {
    return open(url, null);
  }

  /**
   * Opens a connection; sends nothing yet.
   *
   * @param tls makes what is encrypted of an https address; null for the JVM's own. The same one
   *     each time lets connections be used again
   */
  public HttpURLConnection open(URL url, @Nullable SSLSocketFactory tls) throws IOException {
    ConnectionLog.keepOutCredentials();
    ProxyAddress proxy = proxy(url);
    HttpURLConnection connection;
    SSLSocketFactory factory = tls;
    if (proxy == null) {
      connection = (HttpURLConnection) url.openConnection();
    } else if (proxy.authorization() == null) {
      connection = (HttpURLConnection) url.openConnection(proxy.forJdk());
    } else if (isSecure(url)) {
      // The JDK sends no password to a proxy before it has switched off its own protection of it.
      connection = (HttpURLConnection) url.openConnection(Proxy.NO_PROXY);
      factory = tunnels(proxy, tls == null ? HttpsURLConnection.getDefaultSSLSocketFactory() : tls);
    } else {
      connection = (HttpURLConnection) url.openConnection(proxy.forJdk());
      connection.setRequestProperty("Proxy-Authorization", proxy.authorization().reveal());
    }
    if (factory != null && connection instanceof HttpsURLConnection encrypted) {
      encrypted.setSSLSocketFactory(factory);
    }
    return connection;
  }

  /** One for all connections, because the JDK uses those again that have the same one. */
  private synchronized TunnelFactory tunnels(ProxyAddress proxy, SSLSocketFactory tls) {
    TunnelFactory known = tunnels;
    if (known == null || !known.isOver(tls)) {
      known = new TunnelFactory(proxy, tls);
      tunnels = known;
    }
    return known;
  }

  /** The proxy of the environment for an address; null when the JVM decides. */
  @Nullable ProxyAddress proxy(URL url) {
    ProxyAddress proxy = isSecure(url) ? secure : plain;
    if (proxy == null
        || isSet("socksProxyHost")
        || isSet(url.getProtocol() + ".proxyHost")
        || exceptions.contain(
            url.getHost(), url.getPort() < 0 ? url.getDefaultPort() : url.getPort())) {
      return null;
    }
    return proxy;
  }

  private static boolean isSecure(URL url) {
    return url.getProtocol().equals("https");
  }

  private static boolean isSet(String property) {
    return !System.getProperty(property, "").isEmpty();
  }
}
