package dev.lockstep.benchmark.secrets;

import com.amazonaws.secretsmanager.caching.SecretCache;
import dev.lockstep.aws.AwsSecretsManagerFlavor;
import dev.lockstep.home.LockstepHome;
import dev.lockstep.secret.SecretsManager;
import dev.lockstep.stack.ComponentContext;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** Something that reads secrets, built for the first read. */
interface Reader {
  /** What is compared, in the order of the table. */
  List<String> NAMES = List.of("lockstep", "sdk-loop", "sdk-batch", "caching");

  /** Reads all of them; how many there were. */
  int read(List<String> names);

  /** One of {@link #NAMES}. All use the same HTTP client, so that it makes no difference. */
  static Reader of(String name, URI endpoint) {
    return switch (name) {
      case "lockstep" -> {
        SecretsManager manager =
            new AwsSecretsManagerFlavor()
                .create(
                    new ComponentContext(
                        "aws",
                        Map.of("endpoint", endpoint.toString()),
                        new LockstepHome(Path.of("unused")),
                        Map.of()));
        yield secrets -> manager.getAll(secrets).size();
      }
      case "sdk-loop" -> {
        SecretsManagerClient client = client(endpoint);
        yield secrets -> {
          int read = 0;
          for (String secret : secrets) {
            read += client.getSecretValue(r -> r.secretId(secret)).secretString() == null ? 0 : 1;
          }
          return read;
        };
      }
      case "sdk-batch" -> {
        SecretsManagerClient client = client(endpoint);
        yield secrets ->
            client.batchGetSecretValue(r -> r.secretIdList(secrets)).secretValues().size();
      }
      case "caching" -> {
        SecretCache cache = new SecretCache(client(endpoint));
        yield secrets -> {
          int read = 0;
          for (String secret : secrets) {
            read += cache.getSecretString(secret) == null ? 0 : 1;
          }
          return read;
        };
      }
      default -> throw new IllegalArgumentException("No reader is called " + name);
    };
  }

  private static SecretsManagerClient client(URI endpoint) {
    return SecretsManagerClient.builder()
        .httpClient(UrlConnectionHttpClient.create())
        .endpointOverride(endpoint)
        .build();
  }
}
