package dev.lockstep.gcp;

import com.google.api.client.http.javanet.NetHttpTransport;
import com.google.api.core.ApiFuture;
import com.google.api.gax.core.FixedCredentialsProvider;
import com.google.api.gax.core.NoCredentialsProvider;
import com.google.api.gax.httpjson.HttpJsonTransportChannel;
import com.google.api.gax.httpjson.ManagedHttpJsonChannel;
import com.google.api.gax.rpc.ApiException;
import com.google.api.gax.rpc.FixedTransportChannelProvider;
import com.google.api.gax.rpc.UnaryCallable;
import com.google.auth.oauth2.GoogleCredentials;
import com.google.cloud.secretmanager.v1.AccessSecretVersionRequest;
import com.google.cloud.secretmanager.v1.AccessSecretVersionResponse;
import com.google.cloud.secretmanager.v1.AddSecretVersionRequest;
import com.google.cloud.secretmanager.v1.CreateSecretRequest;
import com.google.cloud.secretmanager.v1.DeleteSecretRequest;
import com.google.cloud.secretmanager.v1.DestroySecretVersionRequest;
import com.google.cloud.secretmanager.v1.DisableSecretVersionRequest;
import com.google.cloud.secretmanager.v1.GetSecretRequest;
import com.google.cloud.secretmanager.v1.ListSecretVersionsRequest;
import com.google.cloud.secretmanager.v1.ListSecretVersionsResponse;
import com.google.cloud.secretmanager.v1.ListSecretsRequest;
import com.google.cloud.secretmanager.v1.ListSecretsResponse;
import com.google.cloud.secretmanager.v1.Replication;
import com.google.cloud.secretmanager.v1.Secret;
import com.google.cloud.secretmanager.v1.SecretManagerServiceClient;
import com.google.cloud.secretmanager.v1.SecretManagerServiceSettings;
import com.google.cloud.secretmanager.v1.SecretPayload;
import com.google.cloud.secretmanager.v1.SecretVersion;
import com.google.cloud.secretmanager.v1.UpdateSecretRequest;
import com.google.protobuf.ByteString;
import com.google.protobuf.FieldMask;
import dev.lockstep.gcp.GoogleFailure.Kind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * The calls of Secret Manager, by Google's own client over REST, one attempt each. Nothing is built
 * before the first one.
 */
final class SecretManagerClient implements AutoCloseable {
  /** The service, as projects enable it. */
  static final String SERVICE = "secretmanager.googleapis.com";

  private static final int PAGE = 1_000;

  /** How many versions are read side by side. */
  private static final int AT_ONCE = 8;

  private final GoogleAccess access;
  private final SecretManagerConfig config;
  private @Nullable SecretManagerServiceClient opened;
  private @Nullable ManagedHttpJsonChannel channel;
  private @Nullable ExecutorService threads;
  private @Nullable String parent;
  private boolean closed;

  SecretManagerClient(GoogleAccess access, SecretManagerConfig config) {
    this.access = access;
    this.config = config;
  }

  /**
   * A version with what it holds.
   *
   * @param number 1 for the first one
   */
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  record Version(long number, byte[] payload) {
    /** Shows no payload. */
    @Override
    public String toString() {
      return "Version[" + number + "]";
    }
  }

  GoogleSecret create(GoogleSecret secret) throws GoogleFailure {
    Secret.Builder created =
        Secret.newBuilder().putAllLabels(secret.labels()).putAllAnnotations(secret.annotations());
    if (config.location().isEmpty()) {
      created.setReplication(replication());
    }
    CreateSecretRequest request =
        CreateSecretRequest.newBuilder()
            .setParent(parent())
            .setSecretId(secret.id())
            .setSecret(created)
            .build();
    return GoogleSecret.of(call(SecretManagerServiceClient::createSecretCallable, request));
  }

  private Replication replication() {
    Replication.Builder replication = Replication.newBuilder();
    if (config.replicas().isEmpty()) {
      return replication.setAutomatic(Replication.Automatic.getDefaultInstance()).build();
    }
    Replication.UserManaged.Builder replicas = Replication.UserManaged.newBuilder();
    for (String location : config.replicas()) {
      replicas.addReplicas(
          Replication.UserManaged.Replica.newBuilder().setLocation(location).build());
    }
    return replication.setUserManaged(replicas).build();
  }

  GoogleSecret get(String id) throws GoogleFailure {
    GetSecretRequest request = GetSecretRequest.newBuilder().setName(name(id)).build();
    return GoogleSecret.of(call(SecretManagerServiceClient::getSecretCallable, request));
  }

  /** Replaces labels and annotations, unless they have changed since the secret was read. */
  void update(GoogleSecret secret) throws GoogleFailure {
    UpdateSecretRequest request =
        UpdateSecretRequest.newBuilder()
            .setSecret(
                Secret.newBuilder()
                    .setName(name(secret.id()))
                    .putAllLabels(secret.labels())
                    .putAllAnnotations(secret.annotations())
                    .setEtag(secret.etag()))
            .setUpdateMask(FieldMask.newBuilder().addPaths("labels").addPaths("annotations"))
            .build();
    Secret unused = call(SecretManagerServiceClient::updateSecretCallable, request);
  }

  void delete(String id) throws GoogleFailure {
    DeleteSecretRequest request = DeleteSecretRequest.newBuilder().setName(name(id)).build();
    Object unused = call(SecretManagerServiceClient::deleteSecretCallable, request);
  }

  /** All secrets with our label, of a listing that may lag behind. */
  List<GoogleSecret> list() throws GoogleFailure {
    List<GoogleSecret> secrets = new ArrayList<>();
    String token = "";
    do {
      ListSecretsRequest request =
          ListSecretsRequest.newBuilder()
              .setParent(parent())
              .setFilter("labels." + GoogleSecret.MANAGED + "=true")
              .setPageSize(PAGE)
              .setPageToken(token)
              .build();
      ListSecretsResponse page = call(SecretManagerServiceClient::listSecretsCallable, request);
      for (Secret secret : page.getSecretsList()) {
        secrets.add(GoogleSecret.of(secret));
      }
      token = page.getNextPageToken();
    } while (!token.isEmpty());
    return secrets;
  }

  /** Adds a version and gives its number. */
  long add(String id, byte[] payload) throws GoogleFailure {
    AddSecretVersionRequest request =
        AddSecretVersionRequest.newBuilder()
            .setParent(name(id))
            .setPayload(
                SecretPayload.newBuilder()
                    .setData(ByteString.copyFrom(payload))
                    .setDataCrc32C(crc32c(payload)))
            .build();
    return number(call(SecretManagerServiceClient::addSecretVersionCallable, request).getName());
  }

  /**
   * Reads a version.
   *
   * @param version its number, or {@code latest}: the newest one in whatever state
   */
  Version access(String id, String version) throws GoogleFailure {
    return version(
        call(SecretManagerServiceClient::accessSecretVersionCallable, accessRequest(id, version)));
  }

  private AccessSecretVersionRequest accessRequest(String id, String version) throws GoogleFailure {
    return AccessSecretVersionRequest.newBuilder()
        .setName(name(id) + "/versions/" + version)
        .build();
  }

  private static Version version(AccessSecretVersionResponse answer) throws GoogleFailure {
    byte[] payload = answer.getPayload().getData().toByteArray();
    if (answer.getPayload().hasDataCrc32C()
        && answer.getPayload().getDataCrc32C() != crc32c(payload)) {
      throw new GoogleFailure(
          Kind.UNREACHABLE, "what arrived does not fit its checksum", "check the network");
    }
    return new Version(number(answer.getName()), payload);
  }

  /** Reads a version of each of several secrets, side by side. */
  Map<String, Version> accessAll(Map<String, String> versions) throws GoogleFailure {
    Map<String, Version> found = new LinkedHashMap<>();
    List<Map.Entry<String, String>> all = List.copyOf(versions.entrySet());
    for (int start = 0; start < all.size(); start += AT_ONCE) {
      List<Map.Entry<String, String>> some =
          all.subList(start, Math.min(start + AT_ONCE, all.size()));
      Map<String, ApiFuture<AccessSecretVersionResponse>> answers = new LinkedHashMap<>();
      for (Map.Entry<String, String> each : some) {
        answers.put(
            each.getKey(),
            client()
                .accessSecretVersionCallable()
                .futureCall(accessRequest(each.getKey(), each.getValue())));
      }
      for (Map.Entry<String, ApiFuture<AccessSecretVersionResponse>> answer : answers.entrySet()) {
        found.put(answer.getKey(), version(await(answer.getValue())));
      }
    }
    return found;
  }

  private static <A> A await(ApiFuture<A> answer) throws GoogleFailure {
    try {
      return answer.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new GoogleFailure(Kind.UNREACHABLE, "interrupted", "");
    } catch (ExecutionException e) {
      throw GoogleErrors.of(e, SERVICE);
    }
  }

  /** Whether a secret has any version, in whatever state. */
  boolean hasVersions(String id) throws GoogleFailure {
    return versions(id, "", 1).getVersionsCount() > 0;
  }

  /**
   * The numbers of versions in one of the given states, the newest first.
   *
   * @throws GoogleFailure as missing when there is no such secret
   */
  List<Long> versions(String id, SecretVersion.State... states) throws GoogleFailure {
    Set<SecretVersion.State> wanted = Set.of(states);
    List<Long> numbers = new ArrayList<>();
    String token = "";
    do {
      ListSecretVersionsResponse page = versions(id, token, PAGE);
      for (SecretVersion version : page.getVersionsList()) {
        // What is to be destroyed later needs no second order.
        if (wanted.contains(version.getState()) && !version.hasScheduledDestroyTime()) {
          numbers.add(number(version.getName()));
        }
      }
      token = page.getNextPageToken();
    } while (!token.isEmpty());
    numbers.sort((a, b) -> Long.compare(b, a));
    return numbers;
  }

  private ListSecretVersionsResponse versions(String id, String token, int size)
      throws GoogleFailure {
    return call(
        SecretManagerServiceClient::listSecretVersionsCallable,
        ListSecretVersionsRequest.newBuilder()
            .setParent(name(id))
            .setPageSize(size)
            .setPageToken(token)
            .build());
  }

  void disable(String id, long version) throws GoogleFailure {
    DisableSecretVersionRequest request =
        DisableSecretVersionRequest.newBuilder().setName(name(id) + "/versions/" + version).build();
    SecretVersion unused = call(SecretManagerServiceClient::disableSecretVersionCallable, request);
  }

  void destroy(String id, long version) throws GoogleFailure {
    DestroySecretVersionRequest request =
        DestroySecretVersionRequest.newBuilder().setName(name(id) + "/versions/" + version).build();
    SecretVersion unused = call(SecretManagerServiceClient::destroySecretVersionCallable, request);
  }

  private static long number(String versionName) throws GoogleFailure {
    try {
      return Long.parseLong(versionName.substring(versionName.lastIndexOf('/') + 1));
    } catch (NumberFormatException e) {
      throw new GoogleFailure(Kind.UNREACHABLE, "no answer that can be understood", "");
    }
  }

  private static long crc32c(byte[] payload) {
    CRC32C crc = new CRC32C();
    crc.update(payload);
    return crc.getValue();
  }

  private String name(String id) throws GoogleFailure {
    return parent() + "/secrets/" + id;
  }

  private synchronized String parent() throws GoogleFailure {
    String known = parent;
    if (known == null) {
      known =
          "projects/" + access.project() + config.location().map(l -> "/locations/" + l).orElse("");
      parent = known;
    }
    return known;
  }

  private <Q, A> A call(Function<SecretManagerServiceClient, UnaryCallable<Q, A>> method, Q request)
      throws GoogleFailure {
    SecretManagerServiceClient client = client();
    try {
      return method.apply(client).call(request);
    } catch (ApiException e) {
      throw GoogleErrors.of(e, SERVICE);
    } catch (RuntimeException e) {
      // Whatever else the client makes of an answer that it does not understand.
      throw new GoogleFailure(Kind.UNREACHABLE, "no answer that can be understood", "");
    }
  }

  private synchronized SecretManagerServiceClient client() throws GoogleFailure {
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
            .setHttpTransport(new NetHttpTransport())
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
            .orElse(SERVICE + ":443");
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
