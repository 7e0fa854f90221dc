package dev.lockstep.vault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A certificate of this machine's loopback address, made by the JDK's own tool. */
final class Certificates {
  static final String PASSWORD = "changeit";

  private Certificates() {}

  /** Makes a key store, and beside it the file {@code ca.pem} with its certificate. */
  static Path keyStore(Path folder) {
    Path store = folder.resolve("server.p12");
    keytool(
        store,
        "-genkeypair",
        "-alias",
        "server",
        "-keyalg",
        "EC",
        "-dname",
        "CN=localhost",
        "-ext",
        "san=ip:127.0.0.1",
        "-validity",
        "2");
    keytool(
        store,
        "-exportcert",
        "-rfc",
        "-alias",
        "server",
        "-file",
        folder.resolve("ca.pem").toString());
    return store;
  }

  /** Some certificate in PEM. */
  static String any() {
    try {
      Path folder = Files.createTempDirectory("certificate");
      Path store = keyStore(folder);
      String pem = Files.readString(folder.resolve("ca.pem"));
      Files.delete(store);
      Files.delete(folder.resolve("ca.pem"));
      Files.delete(folder);
      return pem;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static void keytool(Path store, String... arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-keystore",
                store.toString(),
                "-storepass",
                PASSWORD));
    command.addAll(1, List.of(arguments));
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String said = new String(process.getInputStream().readAllBytes(), UTF_8);
      assertThat(process.waitFor()).as(said).isZero();
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
