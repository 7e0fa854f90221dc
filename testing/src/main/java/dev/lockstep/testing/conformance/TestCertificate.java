package dev.lockstep.testing.conformance;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * A key with its certificate, made by the JDK's own tool, because the JDK has no other public way.
 *
 * @param server for who shows it
 * @param client for who trusts it
 * @param pem the file with the certificate
 */
record TestCertificate(SSLContext server, SSLContext client, Path pem) {
  private static final String PASSWORD = "changeit";

  static TestCertificate of(Collection<String> hosts, Path folder) throws IOException {
    Path own = Files.createTempDirectory(folder, "forward-proxy");
    Path store = own.resolve("key.p12");
    Path pem = own.resolve("certificate.pem");
    List<String> names = new ArrayList<>();
    for (String host : hosts) {
      // No name of a host ends with a digit.
      names.add((Character.isDigit(host.charAt(host.length() - 1)) ? "ip:" : "dns:") + host);
    }
    keytool(
        store,
        List.of(
            "-genkeypair",
            "-alias",
            "key",
            "-keyalg",
            "EC",
            "-dname",
            "CN=forward-proxy",
            "-validity",
            "2",
            "-ext",
            "san=" + String.join(",", names)));
    keytool(store, List.of("-exportcert", "-rfc", "-alias", "key", "-file", pem.toString()));
    try {
      KeyStore keys = KeyStore.getInstance("PKCS12");
      try (InputStream in = Files.newInputStream(store)) {
        keys.load(in, PASSWORD.toCharArray());
      }
      KeyManagerFactory manager =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      manager.init(keys, PASSWORD.toCharArray());
      SSLContext server = SSLContext.getInstance("TLS");
      server.init(manager.getKeyManagers(), null, null);

      KeyStore trusted = KeyStore.getInstance("PKCS12");
      trusted.load(null, null);
      trusted.setCertificateEntry("key", keys.getCertificate("key"));
      TrustManagerFactory others =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      others.init(trusted);
      SSLContext client = SSLContext.getInstance("TLS");
      client.init(null, others.getTrustManagers(), null);
      return new TestCertificate(server, client, pem);
    } catch (GeneralSecurityException e) {
      throw new IOException(e);
    }
  }

  private static void keytool(Path store, List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(arguments);
    command.addAll(List.of("-keystore", store.toString(), "-storetype", "PKCS12"));
    command.addAll(List.of("-storepass", PASSWORD));
    Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (keytool.waitFor() != 0) {
        throw new IOException(said);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }
}
