package dev.lockstep.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What is reached without a proxy: what a list says, as {@code NO_PROXY} does, and what is on this
 * machine or speaks for it. An entry is a domain, which stands for all below it, too, an address or
 * a range of them ({@code 10.0.0.0/8}), each also with a port; {@code *} stands for everything.
 */
final class ProxyExceptions {
  /** Asked through a proxy, these would tell of the proxy's machine. */
  private static final String OF_THIS_MACHINE =
      "localhost,127.0.0.0/8,[::1],169.254.0.0/16,metadata.google.internal";

  private final List<Entry> entries = new ArrayList<>();

  private ProxyExceptions() {}

  /**
   * What one entry says.
   *
   * @param domain empty for an address
   * @param address null for a domain
   * @param bits how many of the address count
   * @param port 0 for all
   */
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  private record Entry(String domain, byte @Nullable [] address, int bits, int port) {
    boolean fits(String host, byte @Nullable [] hostAddress, int hostPort) {
      if (port != 0 && port != hostPort) {
        return false;
      }
      if (address != null) {
        return hostAddress != null && begin(address, hostAddress, bits);
      }
      return hostAddress == null && (host.equals(domain) || host.endsWith("." + domain));
    }

    private static boolean begin(byte[] range, byte[] address, int bits) {
      if (range.length != address.length) {
        return false;
      }
      int whole = bits / 8;
      int mask = 0xff00 >> bits % 8 & 0xff;
      return Arrays.equals(range, 0, whole, address, 0, whole)
          && (mask == 0 || ((range[whole] ^ address[whole]) & mask) == 0);
    }
  }

  /** Reads a list, whose entries stand between commas or blanks; what is none fits nothing. */
  static ProxyExceptions of(String list) {
    ProxyExceptions exceptions = new ProxyExceptions();
    exceptions.addAll(OF_THIS_MACHINE);
    exceptions.addAll(list);
    return exceptions;
  }

  private void addAll(String list) {
    String text = list.toLowerCase(Locale.ROOT) + ",";
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == ',' || Character.isWhitespace(text.charAt(i))) {
        if (i > start) {
          entries.add(entry(text.substring(start, i)));
        }
        start = i + 1;
      }
    }
  }

  private static Entry entry(String text) {
    int bracket = text.indexOf(']');
    int colon = text.indexOf(':', bracket + 1);
    boolean hasPort = colon >= 0 && text.indexOf(':', colon + 1) < 0;
    int port = hasPort ? number(text.substring(colon + 1)) : 0;
    String place = hasPort ? text.substring(0, colon) : text;
    int slash = place.indexOf('/');
    byte[] address = address(slash < 0 ? place : place.substring(0, slash));
    if (address == null) {
      return new Entry(domain(place), null, 0, port);
    }
    int bits = slash < 0 ? address.length * 8 : number(place.substring(slash + 1));
    return bits < 0 || bits > address.length * 8
        ? new Entry("/", null, 0, port)
        : new Entry("", address, bits, port);
  }

  /** Without what may stand before a domain: {@code .example.com}, {@code *.example.com}. */
  private static String domain(String text) {
    String domain = text.length() > 1 && text.startsWith("*") ? text.substring(1) : text;
    domain = domain.startsWith(".") ? domain.substring(1) : domain;
    return withoutDot(domain);
  }

  private static String withoutDot(String name) {
    return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
  }

  /** Below zero when it is none, which no port and no number of bits is. */
  private static int number(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  /** The address that a text is; null for a name, which is not looked up. */
  private static byte @Nullable [] address(String text) {
    boolean brackets = text.startsWith("[") && text.endsWith("]");
    String plain = brackets ? text.substring(1, text.length() - 1) : text;
    if (!(plain.contains(":") || isDottedQuad(plain))) {
      return null;
    }
    try {
      return InetAddress.getByName(plain.contains(":") ? "[" + plain + "]" : plain).getAddress();
    } catch (UnknownHostException e) {
      return null;
    }
  }

  private static boolean isDottedQuad(String text) {
    int dots = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '.') {
        dots++;
      } else if (c < '0' || c > '9') {
        return false;
      }
    }
    return dots == 3;
  }

  /**
   * Whether a host is one of them.
   *
   * @param host as a URL has it, an IPv6 address in brackets
   */
  boolean contain(String host, int port) {
    String name = withoutDot(host.toLowerCase(Locale.ROOT));
    byte[] address = address(name);
    for (Entry entry : entries) {
      if (entry.domain().equals("*") || entry.fits(name, address, port)) {
        return true;
      }
    }
    return false;
  }
}
