package dev.lockstep.aws;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * moto's server: {@code -Pmoto}, with {@code moto_server} on the path or named by {@code
 * -Dlockstep.moto=FILE}.
 */
final class Moto implements AutoCloseable {
  /** The property that names the program; tests over moto run when it is there. */
  static final String PROPERTY = "lockstep.moto";

  private final ServerProcess process;

  private Moto(ServerProcess process) {
    this.process = process;
  }

  static Moto start() throws Exception {
    int port = ServerProcess.freePort();
    try {
      return new Moto(
          ServerProcess.start(
              "moto",
              port,
              List.of(
                  System.getProperty(PROPERTY), "-H", "127.0.0.1", "-p", Integer.toString(port))));
    } catch (IOException e) {
      throw new IllegalStateException(
          "There is no "
              + System.getProperty(PROPERTY)
              + ". Install it, python3 -m venv moto && moto/bin/pip install 'moto[server,s3crc32c]', and name"
              + " it: -Pmoto -Dlockstep.moto=moto/bin/moto_server",
          e);
    }
  }

  URI endpoint() {
    return process.endpoint();
  }

  /** Forgets everything. */
  void reset() throws IOException {
    send("POST", "/moto-api/reset", Map.of(), "");
  }

  /** Makes a bucket. */
  void bucket(String name) throws IOException {
    send("PUT", "/" + name, Map.of("Authorization", authorization("s3")), "");
  }

  /** Calls an operation of Secrets Manager, as another tool. */
  void secrets(String operation, String request) throws IOException {
    send(
        "POST",
        "/",
        Map.of(
            "X-Amz-Target",
            "secretsmanager." + operation,
            "Content-Type",
            "application/x-amz-json-1.1",
            "Authorization",
            authorization("secretsmanager")),
        request);
  }

  /** moto tells services apart by it. */
  private static String authorization(String service) {
    return "AWS4-HMAC-SHA256 Credential=x/20260101/us-east-1/"
        + service
        + "/aws4_request, SignedHeaders=host, Signature=0";
  }

  private void send(String method, String path, Map<String, String> headers, String body)
      throws IOException {
    HttpURLConnection connection =
        (HttpURLConnection) endpoint().resolve(path).toURL().openConnection();
    connection.setRequestMethod(method);
    headers.forEach(connection::setRequestProperty);
    connection.setDoOutput(true);
    connection.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
    if (connection.getResponseCode() != 200) {
      throw new IOException(method + " " + path + ": HTTP " + connection.getResponseCode());
    }
  }

  @Override
  public void close() throws IOException {
    process.close();
  }
}
