package dev.lockstep.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.secret.Secret;
import dev.lockstep.secret.SecretsManager;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is asked of AWS, and how often. */
final class CallsTest extends AwsTest {
  @Test
  void tenSecretsAreReadWithTheirTypesInOneCall() {
    List<String> names = register(open(), 10);

    Map<String, Secret> read = open().getAll(names);

    assertThat(aws.calls()).containsOnly(Map.entry("BatchGetSecretValue", 1));
    assertThat(read)
        .hasSize(10)
        .allSatisfy((name, s) -> assertThat(s.type()).isEqualTo("basic_auth"));
  }

  @Test
  void twentyFitIntoACall() {
    List<String> names = register(open(), 45);
    names.add("missing");

    assertThat(open().getAll(names)).hasSize(45);

    assertThat(aws.calls()).containsOnly(Map.entry("BatchGetSecretValue", 3));
  }

  @Test
  void oneSecretNeedsNoPermissionForBatches() {
    register(open(), 1);

    assertThat(open().getAll(List.of("s0"))).hasSize(1);
    assertThat(open().get("s0").type()).isEqualTo("basic_auth");

    assertThat(aws.calls()).containsOnly(Map.entry("GetSecretValue", 2));
  }

  @Test
  void whereBatchesAreNotAllowedSecretsAreReadOneByOne() {
    List<String> names = register(open(), 3);
    aws.fail("BatchGetSecretValue", "AccessDeniedException");
    SecretsManager manager = open();

    assertThat(manager.getAll(names)).hasSize(3);
    assertThat(manager.getAll(names)).hasSize(3);

    assertThat(aws.calls())
        .containsOnly(Map.entry("BatchGetSecretValue", 1), Map.entry("GetSecretValue", 6));
  }

  @Test
  void anUpdateMakesTwoCallsAndAReadOne() {
    SecretsManager manager = open();
    register(manager, 1);
    manager.update(secret("s0", "basic_auth", "v2"));
    assertThat(aws.calls())
        .containsOnly(Map.entry("DescribeSecret", 1), Map.entry("PutSecretValue", 1));
  }
}
