package dev.lockstep.aws;

import dev.lockstep.home.LockstepHome;
import dev.lockstep.secret.Secret;
import dev.lockstep.secret.SecretValue;
import dev.lockstep.secret.SecretsManager;
import dev.lockstep.stack.ComponentContext;
import dev.lockstep.testing.aws.AwsSecretsManagerDouble;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.Tag;

/** AWS Secrets Manager's double, and components and another tool over it. */
abstract class AwsTest {
  AwsSecretsManagerDouble aws;
  @TempDir Path folder;

  private final List<AutoCloseable> opened = new ArrayList<>();

  @BeforeEach
  final void start() throws IOException {
    aws = AwsSecretsManagerDouble.start();
  }

  @AfterEach
  final void close() throws Exception {
    for (AutoCloseable each : opened) {
      each.close();
    }
    aws.close();
  }

  final SecretsManager open(String... attributes) {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("endpoint", aws.endpoint().toString());
    all.put("region", "us-east-1");
    for (int i = 0; i < attributes.length; i += 2) {
      all.put(attributes[i], attributes[i + 1]);
    }
    return create(all);
  }

  final SecretsManager create(Map<String, String> attributes) {
    SecretsManager manager =
        new AwsSecretsManagerFlavor()
            .create(new ComponentContext("prod", attributes, new LockstepHome(folder), Map.of()));
    opened.add(manager);
    return manager;
  }

  /** Another tool, with AWS's own client. */
  final SecretsManagerClient other() {
    SecretsManagerClient client =
        SecretsManagerClient.builder()
            .httpClient(UrlConnectionHttpClient.create())
            .endpointOverride(aws.endpoint())
            .region(Region.US_EAST_1)
            .build();
    opened.add(client);
    return client;
  }

  static Secret secret(String name, String type, String value) {
    return Secret.of(name, type, Map.of("k", SecretValue.of(value)));
  }

  static Tag tag(String key, String value) {
    return Tag.builder().key(key).value(value).build();
  }

  final List<String> register(SecretsManager manager, int count) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      names.add("s" + i);
      manager.register(secret("s" + i, "basic_auth", "v" + i));
    }
    aws.forgetCalls();
    return names;
  }
}
