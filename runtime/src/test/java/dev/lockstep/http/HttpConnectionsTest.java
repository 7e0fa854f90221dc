package dev.lockstep.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.stack.StackException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which proxy the environment names for which address. */
final class HttpConnectionsTest {
  private static final String SERVER = "https://vault.example.com/v1/x";

  private static Map<String, String> environment(String... namesAndValues) {
    Map<String, String> environment = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      environment.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return environment;
  }

  private static @Nullable ProxyAddress proxy(String url, String... namesAndValues)
      throws Exception {
    return HttpConnections.of(environment(namesAndValues)).proxy(URI.create(url).toURL());
  }

  private static String place(@Nullable ProxyAddress proxy) {
    return proxy == null ? "none" : proxy.host() + " " + proxy.port();
  }

  private static String without(String list, String url) throws Exception {
    return place(proxy(url, "HTTPS_PROXY", "proxy:3128", "NO_PROXY", list));
  }

  @Test
  void theSchemeOfTheAddressSaysWhichVariableCountsAndSmallLettersComeFirst() throws Exception {
    assertThat(place(proxy(SERVER))).isEqualTo("none");
    assertThat(place(proxy(SERVER, "HTTPS_PROXY", "a:1", "HTTP_PROXY", "b:2"))).isEqualTo("a 1");
    assertThat(place(proxy("http://x.test/", "HTTPS_PROXY", "a:1", "HTTP_PROXY", "b:2")))
        .isEqualTo("b 2");
    assertThat(place(proxy(SERVER, "HTTP_PROXY", "b:2"))).isEqualTo("none");
    assertThat(place(proxy(SERVER, "HTTPS_PROXY", "a:1", "https_proxy", "b:2"))).isEqualTo("b 2");
    assertThat(place(proxy(SERVER, "HTTPS_PROXY", "a:1", "https_proxy", " "))).isEqualTo("a 1");
    assertThat(
            place(proxy(SERVER, "HTTPS_PROXY", "a:1", "NO_PROXY", "*", "no_proxy", "other.test")))
        .isEqualTo("a 1");
  }

  @ParameterizedTest
  @CsvSource({
    "proxy.test, proxy.test 1080",
    "proxy.test:3128, proxy.test 3128",
    "http://proxy.test:3128/, proxy.test 3128",
    "HTTP://proxy.test:3128/path, proxy.test 3128",
    "http://[2001:db8::1]:3128, 2001:db8::1 3128",
    "http://[2001:db8::1], 2001:db8::1 1080",
    "http://user:pa@ss@10.0.0.1:80, 10.0.0.1 80",
  })
  void anAddressHasAHostAndMayHaveMore(String text, String expected) throws Exception {
    assertThat(place(proxy(SERVER, "HTTPS_PROXY", text))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "http://us%40er:p%3A%2Fw+%C3%A4@h:1, us@er:p:/w+\u00e4",
    "user@h:1, user:",
    "http://a:b:c@h:1, a:b:c",
  })
  void nameAndPasswordAreDecoded(String text, String expected) throws Exception {
    ProxyAddress proxy = Objects.requireNonNull(proxy(SERVER, "HTTPS_PROXY", text));

    String encoded =
        Objects.requireNonNull(proxy.authorization()).reveal().substring("Basic ".length());
    assertThat(new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8))
        .isEqualTo(expected);
    assertThat(proxy.toString()).doesNotContain(encoded);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://user:tr0ub4dor@proxy:1",
        "socks5://user:tr0ub4dor@proxy:1",
        "http://user:tr0ub4dor@proxy:port",
        "http://user:tr0ub4dor@proxy:70000",
        "http://user:tr0ub4dor@",
        "http://user:tr0ub4dor@a b:1",
        "http://user:tr0ub4dor%zz@proxy:1",
        "http://:3128/tr0ub4dor",
      })
  void whatIsNoProxyIsRefusedWithoutShowingIt(String text) {
    assertThatThrownBy(() -> HttpConnections.of(environment("https_proxy", text)))
        .isInstanceOf(StackException.class)
        .hasMessage(
            "The variable 'https_proxy' names no proxy that can be used. Fix: set it to"
                + " http://HOST:PORT, or to http://USER:PASSWORD@HOST:PORT")
        .hasNoCause();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*",
        "vault.example.com",
        "VAULT.example.com.",
        "example.com",
        ".example.com",
        "*.example.com",
        "other.test, example.com",
        "other.test example.com",
        "other.test,,com",
        "example.com:443",
      })
  void aDomainStandsForAllBelowIt(String list) throws Exception {
    assertThat(without(list, SERVER)).isEqualTo("none");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "xample.com",
        "vault.example.com.test",
        "my.vault.example.com",
        "example.com:8443",
        "example.com:x",
        "*.test",
        "10.0.0.0/8",
        "10.0.0.0/99",
      })
  void otherNamesAreReachedThroughTheProxy(String list) throws Exception {
    assertThat(without(list, SERVER)).isEqualTo("proxy 3128");
  }

  @ParameterizedTest
  @CsvSource({
    "10.1.2.3, 10.1.2.3, none",
    "10.1.2.3, 10.1.2.4, proxy 3128",
    "10.1.2.3, 110.1.2.3, proxy 3128",
    "1.2.3, 10.1.2.3, proxy 3128",
    "10.0.0.0/8, 10.1.2.3, none",
    "10.0.0.0/8, 11.1.2.3, proxy 3128",
    "10.128.0.0/9, 10.129.2.3, none",
    "10.128.0.0/9, 10.1.2.3, proxy 3128",
    "0.0.0.0/0, 10.1.2.3, none",
    "10.1.2.3:443, 10.1.2.3, none",
    "10.1.2.3:8443, 10.1.2.3, proxy 3128",
    "2001:db8::1, [2001:db8:0::1], none",
    "[2001:db8::1], [2001:db8::1], none",
    "[2001:db8::1]:443, [2001:db8::1], none",
    "[2001:db8::1]:8443, [2001:db8::1], proxy 3128",
    "2001:db8::/32, [2001:db8::1], none",
    "2001:db8::/32, [2001:db9::1], proxy 3128",
    "2001:db8::/32, 32.1.13.184, proxy 3128",
  })
  void addressesAreComparedAsNumbers(String list, String host, String expected) throws Exception {
    assertThat(without(list, "https://" + host + "/")).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://localhost:80/",
        "http://my.localhost/",
        "http://127.0.0.1:8200/",
        "http://127.9.9.9/",
        "http://[::1]:8200/",
        "http://169.254.169.254/latest",
        "http://metadata.google.internal/",
      })
  void whatIsOfThisMachineNeedsNoProxy(String url) throws Exception {
    assertThat(place(proxy(url, "HTTP_PROXY", "proxy:3128"))).isEqualTo("none");
  }

  @Test
  void whatTheJvmWasToldComesFirst() throws Exception {
    System.setProperty("https.proxyHost", "other");
    try {
      assertThat(place(proxy(SERVER, "HTTPS_PROXY", "a:1"))).isEqualTo("none");
      assertThat(place(proxy("http://x.test/", "HTTP_PROXY", "a:1"))).isEqualTo("a 1");
    } finally {
      System.clearProperty("https.proxyHost");
    }
  }
}
