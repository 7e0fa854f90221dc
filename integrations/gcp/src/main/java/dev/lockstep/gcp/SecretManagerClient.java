package dev.lockstep.gcp;

import com.google.api.gax.rpc.ApiException;
import com.google.api.gax.rpc.UnaryCallable;
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
import com.google.cloud.secretmanager.v1.SecretPayload;
import com.google.cloud.secretmanager.v1.SecretVersion;
import com.google.cloud.secretmanager.v1.UpdateSecretRequest;
import com.google.protobuf.ByteString;
import com.google.protobuf.FieldMask;
import dev.lockstep.gcp.GoogleFailure.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.zip.CRC32C;

/** The calls of Secret Manager, one attempt each. */
final class SecretManagerClient implements AutoCloseable {
  /** The service, as projects enable it. */
  static final String SERVICE = "secretmanager.googleapis.com";

  private static final int PAGE = 1_000;

  private final SecretManagerConnection connection;
  private final SecretManagerConfig config;

  SecretManagerClient(GoogleAccess access, SecretManagerConfig config) {
    this.connection = new SecretManagerConnection(access, config);
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
            .setParent(connection.parent())
            .setSecretId(secret.id())
            .setSecret(created)
            .build();
    try {
      return GoogleSecret.of(call(SecretManagerServiceClient::createSecretCallable, request));
    } catch (GoogleFailure failure) {
      throw ofProject(failure);
    }
  }

  /** What is missing when nothing in the project was asked for is the project. */
  private static GoogleFailure ofProject(GoogleFailure failure) {
    return failure.kind() == Kind.MISSING
        ? new GoogleFailure(
            Kind.INVALID, failure.detail(), "check its attributes project and location")
        : failure;
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

  /** All secrets with a label, of a listing that may lag behind. */
  List<GoogleSecret> list(String label, String value) throws GoogleFailure {
    List<GoogleSecret> secrets = new ArrayList<>();
    String token = "";
    do {
      ListSecretsRequest request =
          ListSecretsRequest.newBuilder()
              .setParent(connection.parent())
              .setFilter("labels." + label + "=" + value)
              .setPageSize(PAGE)
              .setPageToken(token)
              .build();
      ListSecretsResponse page;
      try {
        page = call(SecretManagerServiceClient::listSecretsCallable, request);
      } catch (GoogleFailure failure) {
        throw ofProject(failure);
      }
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
    return connection.parent() + "/secrets/" + id;
  }

  private <Q, A> A call(Function<SecretManagerServiceClient, UnaryCallable<Q, A>> method, Q request)
      throws GoogleFailure {
    SecretManagerServiceClient client = connection.client();
    try {
      return method.apply(client).call(request);
    } catch (ApiException e) {
      throw withRole(GoogleErrors.of(e, SERVICE), role(request));
    } catch (RuntimeException e) {
      // Whatever else the client makes of an answer that it does not understand.
      throw new GoogleFailure(Kind.UNREACHABLE, "no answer that can be understood", "");
    }
  }

  /** The smallest role that Google offers for a request. */
  private static String role(Object request) {
    if (request instanceof AccessSecretVersionRequest) {
      return "roles/secretmanager.secretAccessor";
    }
    boolean looks =
        request instanceof GetSecretRequest
            || request instanceof ListSecretsRequest
            || request instanceof ListSecretVersionsRequest;
    return looks ? "roles/secretmanager.viewer" : "roles/secretmanager.admin";
  }

  private static GoogleFailure withRole(GoogleFailure failure, String role) {
    return failure.kind() == Kind.DENIED && failure.fix().isEmpty()
        ? new GoogleFailure(Kind.DENIED, failure.detail(), "give its credentials the role " + role)
        : failure;
  }

  @Override
  public void close() {
    connection.close();
  }
}
