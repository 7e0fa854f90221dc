package dev.lockstep.secret.encryption;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.secret.Secret;
import dev.lockstep.secret.SecretValue;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A secret as it stands in a store. */
class EncodedSecretTest {
  @Test
  void itShowsNoValueWhereTheStoreIsNotEncrypted() {
    Secret secret = Secret.of("db", "mysql", Map.of("password", SecretValue.of("hunter2")));
    EncodedSecret encoded = EncodedSecret.of("dev/db", secret, 1, new EncodedValues());

    assertThat(encoded.values()).containsEntry("password", "aHVudGVyMg==");
    assertThat(encoded).hasToString("EncodedSecret[name=dev/db, type=mysql, keys=[password]]");
  }
}
