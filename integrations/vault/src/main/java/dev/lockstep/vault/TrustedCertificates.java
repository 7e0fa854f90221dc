package dev.lockstep.vault;

import dev.lockstep.secret.provider.ProviderFailure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Objects;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/** The certificates of a PEM file, as those that are trusted. Loaded only where there is one. */
final class TrustedCertificates {
  private TrustedCertificates() {}

  static SSLSocketFactory read(VaultServer server) throws ProviderFailure {
    Path file = Objects.requireNonNull(server.certificates());
    try (InputStream in = Files.newInputStream(file)) {
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      int number = 0;
      for (Certificate certificate :
          CertificateFactory.getInstance("X.509").generateCertificates(in)) {
        store.setCertificateEntry(Integer.toString(number++), certificate);
      }
      if (number == 0) {
        throw unusable(file);
      }
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(store);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      return context.getSocketFactory();
    } catch (IOException | GeneralSecurityException e) {
      throw unusable(file);
    }
  }

  private static ProviderFailure unusable(Path file) {
    return new ProviderFailure(
        ProviderFailure.Kind.DENIED,
        "'" + file + "' cannot be read as a list of certificates",
        "name a file in PEM in the attribute ca_cert");
  }
}
