package dev.lockstep.gcp;

import com.google.api.gax.core.FixedCredentialsProvider;
import com.google.api.gax.core.NoCredentialsProvider;
import com.google.api.gax.httpjson.HttpJsonTransportChannel;
import com.google.api.gax.httpjson.ManagedHttpJsonChannel;
import com.google.api.gax.rpc.FixedTransportChannelProvider;
import com.google.auth.oauth2.GoogleCredentials;
import com.google.cloud.secretmanager.v1.SecretManagerServiceClient;
import com.google.cloud.secretmanager.v1.SecretManagerServiceSettings;
import dev.lockstep.gcp.GoogleFailure.Kind;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** Google's own client of Secret Manager, over REST. Nothing is built before it is asked for. */
final class SecretManagerConnection implements AutoCloseable {
  private final GoogleAccess access;
  private final SecretManagerConfig config;
  private @Nullable SecretManagerServiceClient opened;
  private @Nullable ManagedHttpJsonChannel channel;
  private @Nullable ExecutorService threads;
  private @Nullable String parent;
  private boolean closed;

  SecretManagerConnection(GoogleAccess access, SecretManagerConfig config) {
    this.access = access;
    this.config = config;
  }

  /** What the names of all secrets begin with. */
  synchronized String parent() throws GoogleFailure {
    String known = parent;
    if (known == null) {
      known =
          "projects/" + access.project() + config.location().map(l -> "/locations/" + l).orElse("");
      parent = known;
    }
    return known;
  }

  /** The client, built when it is first asked for. */
  synchronized SecretManagerServiceClient client() throws GoogleFailure {
    if (closed) {
      throw new GoogleFailure(Kind.UNREACHABLE, "it was closed", "");
    }
    SecretManagerServiceClient client = opened;
    if (client == null) {
      try {
        client = open();
      } catch (IOException | RuntimeException e) {
        throw new GoogleFailure(Kind.UNREACHABLE, "its client cannot be started", "");
      }
      opened = client;
    }
    return client;
  }

  private SecretManagerServiceClient open() throws IOException, GoogleFailure {
    ExecutorService executor =
        Executors.newCachedThreadPool(
            task -> {
              Thread thread = new Thread(task, TransportLog.THREADS);
              thread.setDaemon(true);
              return thread;
            });
    threads = executor;
    TransportLog.keepOutSecrets();
    // Built by hand, because what the client would build warns that Conscrypt is missing, which is
    // left out, and wraps calls in logging.
    ManagedHttpJsonChannel calls =
        ManagedHttpJsonChannel.newBuilder()
            .setEndpoint(address())
            .setExecutor(executor)
            .setHttpTransport(access.transport())
            .build();
    channel = calls;
    SecretManagerServiceSettings.Builder settings =
        SecretManagerServiceSettings.newHttpJsonBuilder();
    settings.setTransportChannelProvider(
        FixedTransportChannelProvider.create(HttpJsonTransportChannel.create(calls)));
    Optional<GoogleCredentials> credentials = access.credentials();
    settings.setCredentialsProvider(
        credentials.isPresent()
            ? FixedCredentialsProvider.create(credentials.get())
            : NoCredentialsProvider.create());
    settings.applyToAllUnaryMethods(
        method -> {
          method.setRetryableCodes(Set.of());
          method.setSimpleTimeoutNoRetriesDuration(config.timeout());
          return null;
        });
    return SecretManagerServiceClient.create(settings.build());
  }

  private String address() {
    String service =
        config
            .location()
            .map(location -> "secretmanager." + location + ".rep.googleapis.com:443")
            .orElse(SecretManagerClient.SERVICE + ":443");
    return access.endpoint().orElse(service);
  }

  @Override
  public synchronized void close() {
    closed = true;
    if (opened != null) {
      opened.shutdownNow();
      opened.close();
    }
    if (channel != null) {
      channel.shutdownNow();
    }
    if (threads != null) {
      threads.shutdownNow();
    }
  }
}
