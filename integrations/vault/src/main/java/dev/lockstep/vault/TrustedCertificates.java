package dev.lockstep.vault;

import dev.lockstep.secret.provider.ProviderFailure;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Objects;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/**
 * The certificates of a PEM file, as those that are trusted. Loaded only where there is one. What
 * the JVM shows of itself stays what its properties say.
 */
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
      context.init(ownKeys(), trust.getTrustManagers(), null);
      return context.getSocketFactory();
    } catch (IOException | GeneralSecurityException e) {
      throw unusable(file);
    }
  }

  /**
   * The certificate that servers may ask for, in the key store that the JDK's own connections use:
   * a context that is made by hand knows nothing of it.
   */
  private static KeyManager @Nullable [] ownKeys() throws ProviderFailure {
    String file = System.getProperty("javax.net.ssl.keyStore");
    if (file == null || file.isEmpty() || file.equals("NONE")) {
      return null;
    }
    char[] password = System.getProperty("javax.net.ssl.keyStorePassword", "").toCharArray();
    try {
      KeyManagerFactory keys =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keys.init(KeyStore.getInstance(new File(file), password), password);
      return keys.getKeyManagers();
    } catch (IOException | GeneralSecurityException e) {
      throw new ProviderFailure(
          ProviderFailure.Kind.DENIED,
          "the key store of the property javax.net.ssl.keyStore cannot be read",
          "check it and javax.net.ssl.keyStorePassword");
    }
  }

  private static ProviderFailure unusable(Path file) {
    return new ProviderFailure(
        ProviderFailure.Kind.DENIED,
        "'" + file + "' cannot be read as a list of certificates",
        "name a file in PEM in the attribute ca_cert");
  }
}
