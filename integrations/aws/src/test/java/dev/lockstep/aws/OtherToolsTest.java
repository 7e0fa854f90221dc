package dev.lockstep.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.secret.Secret;
import dev.lockstep.secret.SecretExistsException;
import dev.lockstep.secret.SecretNotFoundException;
import dev.lockstep.secret.SecretValue;
import dev.lockstep.secret.SecretsManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.secretsmanager.model.DescribeSecretResponse;
import software.amazon.awssdk.services.secretsmanager.model.Tag;

/** What other tools see, store and change. */
final class OtherToolsTest extends AwsTest {
  @Test
  void aSecretIsOneJsonObjectWithTagsForOtherTools() {
    open("prefix", "dev").register(secret("db/main", "mysql", "v"));

    DescribeSecretResponse described = other().describeSecret(r -> r.secretId("dev/db/main"));
    assertThat(described.tags())
        .containsExactlyInAnyOrder(tag("lockstep-managed", "true"), tag("lockstep-type", "mysql"));
    assertThat(other().getSecretValue(r -> r.secretId("dev/db/main")).secretString())
        .isEqualTo("{\"k\":\"v\"}");
  }

  @Test
  void theTypeIsThatOfTheTagsAfterAnotherToolWrote() {
    SecretsManager manager = open();
    manager.register(secret("a", "arbitrary", "v"));
    manager.update(secret("a", "basic_auth", "v2"));
    manager.register(secret("b", "mysql", "v"));
    other().putSecretValue(r -> r.secretId("a").secretString("{\"k\":\"theirs\"}"));
    aws.forgetCalls();

    Map<String, Secret> read = open().getAll(List.of("a", "b"));

    assertThat(read.values()).extracting(Secret::type).containsExactly("basic_auth", "mysql");
    assertThat(aws.calls())
        .containsOnly(Map.entry("BatchGetSecretValue", 1), Map.entry("DescribeSecret", 1));
    aws.fail("DescribeSecret", "AccessDeniedException");
    assertThat(open().get("a").type()).isEqualTo(Secret.ARBITRARY);
    assertThat(open().get("a").value("k")).contains(SecretValue.of("theirs"));
  }

  @Test
  void binaryValuesAreReadAsBase64() {
    byte[] bytes = {0, 1, (byte) 0xFF};
    other().createSecret(r -> r.name("keystore").secretBinary(SdkBytes.fromByteArray(bytes)));

    assertThat(open("single_values", "keystore:jks").get("keystore").value("jks"))
        .contains(SecretValue.of("AAH/"));
    assertThat(open().getAll(List.of("keystore", "none")).values())
        .extracting(secret -> secret.value("value").orElseThrow().reveal())
        .containsExactly("AAH/");
  }

  @Test
  void aSecretWithoutAValueIsMissing() {
    other().createSecret(r -> r.name("bare"));

    assertThatThrownBy(() -> open().get("bare")).isInstanceOf(SecretNotFoundException.class);
    assertThat(open().getAll(List.of("bare", "none"))).isEmpty();
    assertThatThrownBy(() -> open().register(secret("bare", "arbitrary", "v")))
        .isInstanceOf(SecretExistsException.class);
    open().update(secret("bare", "arbitrary", "v"));
    assertThat(open().get("bare").value("k")).contains(SecretValue.of("v"));
  }

  @Test
  void aSecretWithAllTheTagsOfOthersGetsAnotherTypeAllTheSame() {
    List<Tag> tags = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      tags.add(Tag.builder().key("tag" + i).value("x").build());
    }
    Object unused = other().createSecret(r -> r.name("a").secretString("{}").tags(tags));
    open().update(secret("a", "aws", "v"));

    assertThat(open().get("a").type()).isEqualTo("aws");
    assertThat(other().describeSecret(r -> r.secretId("a")).tags()).hasSize(50);
  }

  @Test
  void aListingThatLagsDecidesNothing() {
    SecretsManager manager = open();
    manager.register(secret("old", "arbitrary", "v"));
    aws.listPast();
    manager.register(secret("new", "arbitrary", "v"));

    assertThat(manager.get("new").value("k")).contains(SecretValue.of("v"));
    assertThatThrownBy(() -> manager.register(secret("new", "arbitrary", "v2")))
        .isInstanceOf(SecretExistsException.class);
    manager.update(secret("new", "arbitrary", "v3"));
    manager.delete("old");
    assertThat(manager.getAll(List.of("old", "new"))).containsOnlyKeys("new");
    manager.deleteAll(true); // It still lists what is gone.
    aws.listPresent();
    assertThat(manager.list()).containsExactly("new");
  }

  @Test
  void whatFiltersLetThroughIsLookedAt() {
    SecretsManager manager = open("prefix", "dev");
    manager.register(secret("a", "arbitrary", "v"));
    other()
        .createSecret(
            r ->
                r.name("dev/theirs")
                    .secretString("x")
                    .tags(tag("lockstep-managed-by", "true"), tag("other", "true")));
    other()
        .createSecret(
            r -> r.name("dev/no").secretString("x").tags(tag("lockstep-managed", "false")));

    assertThat(manager.list()).containsExactly("a");
    manager.deleteAll(true);
    assertThat(other().getSecretValue(r -> r.secretId("dev/theirs")).secretString()).isEqualTo("x");
    assertThat(other().getSecretValue(r -> r.secretId("dev/no")).secretString()).isEqualTo("x");
  }
}
