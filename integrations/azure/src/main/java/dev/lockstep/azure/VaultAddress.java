package dev.lockstep.azure;

import java.net.InetAddress;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.UnknownHostException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a vault is: {@code https://NAME.vault.azure.net}, or plain HTTP on this machine's loopback
 * interface for a double of one.
 *
 * <p>The SDK gives tokens to addresses with {@code https} only, so it gets to see such a one, and
 * the transport sends what goes to the double as it has to be.
 */
final class VaultAddress {
  private static final int DEFAULT_PORT = 443;

  private final URI url;

  private VaultAddress(URI url) {
    this.url = url;
  }

  /**
   * The address that an attribute says.
   *
   * @throws IllegalArgumentException saying what is wrong with it
   */
  static VaultAddress of(URI url) {
    String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
    if (url.getHost() == null
        || url.getUserInfo() != null
        || url.getQuery() != null
        || url.getFragment() != null
        || !(url.getPath().isEmpty() || url.getPath().equals("/"))) {
      throw new IllegalArgumentException(
          "is not the address of a vault, which looks like https://NAME.vault.azure.net");
    }
    if (scheme.equals("https") || (scheme.equals("http") && isLoopback(url.getHost()))) {
      return new VaultAddress(url);
    }
    throw new IllegalArgumentException(
        "does not begin with https:// (plain http:// is for doubles on 127.0.0.1 only)");
  }

  /**
   * The variables, with the place to log in to of the vault's cloud unless they name one. The hosts
   * of vaults: <a
   * href="https://learn.microsoft.com/azure/key-vault/general/about-keys-secrets-certificates">DNS
   * suffixes</a> of the clouds.
   */
  Map<String, String> withCloud(Map<String, String> environment) {
    Map<String, String> all = new HashMap<>(environment);
    String authority = authority();
    if (authority != null) {
      all.putIfAbsent("AZURE_AUTHORITY_HOST", authority);
    }
    return all;
  }

  private @Nullable String authority() {
    String host = url.getHost().toLowerCase(Locale.ROOT);
    return host.endsWith(".vault.azure.cn")
        ? "https://login.chinacloudapi.cn/"
        : host.endsWith(".vault.usgovcloudapi.net") ? "https://login.microsoftonline.us/" : null;
  }

  /** Whether it is a double on this machine. */
  boolean isPlain() {
    return "http".equalsIgnoreCase(url.getScheme());
  }

  /** What the SDK is told. */
  String forSdk() {
    return "https://" + url.getRawAuthority();
  }

  /** Whether a request of the SDK's is for the vault, and not for a login. */
  boolean isPartOf(URL requested) {
    // The addresses of next pages say the port, too.
    return requested.getHost().equalsIgnoreCase(url.getHost())
        && port(requested) == (url.getPort() < 0 ? DEFAULT_PORT : url.getPort());
  }

  private static int port(URL requested) {
    return requested.getPort() < 0 ? DEFAULT_PORT : requested.getPort();
  }

  /** Where a request of the SDK's goes in fact. */
  URL toSend(URL requested) throws MalformedURLException {
    return isPlain() && isPartOf(requested)
        ? new URL("http", requested.getHost(), requested.getPort(), requested.getFile())
        : requested;
  }

  /** Names are not resolved: what they resolve to may change, and costs a look-up. */
  private static boolean isLoopback(String host) {
    if (host.equals("localhost")) {
      return true;
    }
    boolean literal = host.startsWith("[") || host.matches("[0-9.]+");
    try {
      return literal && InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
