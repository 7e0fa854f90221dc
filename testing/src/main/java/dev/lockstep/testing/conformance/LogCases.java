package dev.lockstep.testing.conformance;

import static dev.lockstep.testing.conformance.StoreUnderTest.VALUE;
import static dev.lockstep.testing.conformance.StoreUnderTest.secret;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.lockstep.secret.SecretsManager;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is logged by whatever a secrets manager is made of. */
interface LogCases extends Cases {
  @Test
  default void noValueAndNoCredentialIsLoggedAtAnyLevel() {
    List<String> confidential = new ArrayList<>(store().fixture().confidential());
    confidential.add(VALUE);
    try (EverythingLogged log = new EverythingLogged()) {
      SecretsManager secrets = store().open();
      secrets.register(secret("a", "k", VALUE));
      secrets.get("a");
      secrets.update(secret("a", "k", VALUE + "-2"));
      secrets.getAll(List.of("a", "missing"));
      secrets.delete("a");

      for (String logged : log.texts()) {
        for (String each : confidential) {
          // The text itself is not shown.
          assertFalse(logged.contains(each), "a value or credential was logged");
        }
      }
      assertFalse(
          store().fixture().proxy().isPresent() && log.texts().isEmpty(),
          "nothing was logged, not even the connections to the server");
    }
  }
}
