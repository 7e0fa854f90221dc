package dev.lockstep.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.ssl.SSLSocketFactory;

/**
 * Lets {@link javax.net.ssl.HttpsURLConnection} reach servers through a proxy that asks for a
 * password. The JDK does not tell it one of its own accord, for fear that the way to the proxy is
 * not secure; the one who put the password into the proxy's address has decided that. It asks this
 * factory for a socket, connects it, and asks for the encryption over it.
 */
final class TunnelFactory extends SSLSocketFactory {
  private final ProxyAddress proxy;
  private final SSLSocketFactory tls;

  TunnelFactory(ProxyAddress proxy, SSLSocketFactory tls) {
    this.proxy = proxy;
    this.tls = tls;
  }

  boolean isOver(SSLSocketFactory other) {
    return tls == other;
  }

  @Override
  public Socket createSocket() {
    return new Tunnel(proxy);
  }

  @Override
  public Socket createSocket(Socket socket, String host, int port, boolean autoClose)
      throws IOException {
    return tls.createSocket(socket, host, port, autoClose);
  }

  @Override
  public String[] getDefaultCipherSuites() {
    return tls.getDefaultCipherSuites();
  }

  @Override
  public String[] getSupportedCipherSuites() {
    return tls.getSupportedCipherSuites();
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    throw pastTheProxy();
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress localHost, int localPort)
      throws IOException {
    throw pastTheProxy();
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    throw pastTheProxy();
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort)
      throws IOException {
    throw pastTheProxy();
  }

  /** The JDK tries that when encrypting over the tunnel fails. */
  private static IOException pastTheProxy() {
    return new IOException("Nothing goes past the proxy.");
  }
}
