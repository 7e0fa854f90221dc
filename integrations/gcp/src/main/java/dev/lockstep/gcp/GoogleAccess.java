package dev.lockstep.gcp;

import com.google.api.client.http.HttpTransport;
import com.google.api.client.http.javanet.NetHttpTransport;
import com.google.auth.oauth2.GoogleCredentials;
import dev.lockstep.gcp.GoogleFailure.Kind;
import dev.lockstep.http.HttpConnections;
import dev.lockstep.secret.SecretValue;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where calls go and on whose behalf: credentials from a key that was given, from a file, or from
 * where Google's libraries look (<a
 * href="https://cloud.google.com/docs/authentication/application-default-credentials">application
 * default credentials</a>). A server on this machine without TLS gets none: it is a test's double,
 * or somebody who should not have them.
 */
final class GoogleAccess {
  private static final String SCOPE = "https://www.googleapis.com/auth/cloud-platform";

  private final Optional<URI> endpoint;
  private final Optional<Path> credentialsFile;
  private final Optional<SecretValue> key;
  private final Optional<String> project;
  private final Map<String, String> environment;
  private final HttpConnections connections;
  private @Nullable GoogleCredentials credentials;
  private boolean found;

  /**
   * Looks for nothing yet.
   *
   * @param key the JSON text of a service account's key
   * @throws IllegalArgumentException when the endpoint is not one that credentials may be sent to
   */
  GoogleAccess(
      Optional<URI> endpoint,
      Optional<Path> credentialsFile,
      Optional<SecretValue> key,
      Optional<String> project,
      Map<String, String> environment) {
    this.endpoint = endpoint.filter(uri -> !uri.toString().isEmpty());
    this.credentialsFile = credentialsFile;
    this.key = key;
    this.project = project.filter(id -> !id.isEmpty());
    this.environment = environment;
    this.connections = HttpConnections.of(environment);
    if (this.project.isPresent() && !isProject(this.project.get())) {
      throw new IllegalArgumentException("project is not the id of a project, such as my-project");
    }
    if (this.endpoint.isPresent() && !isAllowed(this.endpoint.get())) {
      throw new IllegalArgumentException(
          "the endpoint is neither an https:// address nor an http:// one of this machine");
    }
  }

  /** An id or a number; those of old have a domain before a colon. */
  private static boolean isProject(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || "-.:".indexOf(c) >= 0)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isAllowed(URI endpoint) {
    return endpoint.getHost() != null
        && ("https".equals(endpoint.getScheme()) || isPlain(endpoint));
  }

  private static boolean isPlain(URI endpoint) {
    String host = String.valueOf(endpoint.getHost());
    return "http".equals(endpoint.getScheme())
        && (host.equals("localhost") || host.equals("[::1]") || isLoopbackAddress(host));
  }

  /** An address, not a name that begins like one and that somebody else may own. */
  private static boolean isLoopbackAddress(String host) {
    if (!host.startsWith("127.")) {
      return false;
    }
    for (int i = 0; i < host.length(); i++) {
      char c = host.charAt(i);
      if (c != '.' && (c < '0' || c > '9')) {
        return false;
      }
    }
    return true;
  }

  /** The service's address, when it is not Google's own; without a slash at the end. */
  Optional<String> endpoint() {
    return endpoint.map(
        uri -> {
          String text = uri.toString();
          return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
        });
  }

  /** A transport of requests, for the service and for logins. */
  HttpTransport transport() {
    return new NetHttpTransport.Builder().setConnectionFactory(connections::open).build();
  }

  /** The credentials; empty where none are to be sent. */
  synchronized Optional<GoogleCredentials> credentials() throws GoogleFailure {
    if (!found) {
      credentials = endpoint.isPresent() && isPlain(endpoint.get()) ? null : find();
      found = true;
    }
    return Optional.ofNullable(credentials);
  }

  private GoogleCredentials find() throws GoogleFailure {
    try {
      GoogleCredentials all;
      if (key.isPresent()) {
        all =
            GoogleCredentials.fromStream(
                new ByteArrayInputStream(key.get().reveal().getBytes(StandardCharsets.UTF_8)),
                this::transport);
      } else if (credentialsFile.isPresent()) {
        try (InputStream in = Files.newInputStream(credentialsFile.get())) {
          all = GoogleCredentials.fromStream(in, this::transport);
        }
      } else {
        all = GoogleCredentials.getApplicationDefault(this::transport);
      }
      return all.createScoped(SCOPE);
    } catch (IOException | RuntimeException e) {
      // Their texts may quote what was read.
      throw new GoogleFailure(Kind.DENIED, notFound(), fix());
    }
  }

  private String notFound() {
    return key.isPresent()
        ? "the token is no key of Google's"
        : credentialsFile.isPresent()
            ? "the credentials_file '" + credentialsFile.get() + "' cannot be read as one"
            : "there are no credentials of Google's";
  }

  private String fix() {
    return key.isPresent()
        ? "give the JSON text of a service account's key"
        : credentialsFile.isPresent()
            ? "give a file that 'gcloud iam service-accounts keys create' wrote"
            : "gcloud auth application-default login, or set GOOGLE_APPLICATION_CREDENTIALS, or the"
                + " attribute credentials_file";
  }

  /**
   * The project: as configured, else {@code GOOGLE_CLOUD_PROJECT}, else that of the credentials.
   */
  String project() throws GoogleFailure {
    if (project.isPresent()) {
      return project.get();
    }
    String variable = environment.getOrDefault("GOOGLE_CLOUD_PROJECT", "");
    if (!variable.isEmpty()) {
      return variable;
    }
    String ofCredentials = credentials().map(GoogleCredentials::getProjectId).orElse(null);
    if (ofCredentials == null || ofCredentials.isEmpty()) {
      throw new GoogleFailure(
          Kind.DENIED,
          "no project is configured, and the credentials name none",
          "set the attribute project, or GOOGLE_CLOUD_PROJECT");
    }
    return ofCredentials;
  }
}
