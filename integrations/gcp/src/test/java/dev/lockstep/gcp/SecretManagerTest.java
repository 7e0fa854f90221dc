package dev.lockstep.gcp;

import dev.lockstep.json.JsonObject;
import dev.lockstep.testing.google.SecretManagerDouble;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

/** Google's double, and what other tools see in it. */
abstract class SecretManagerTest {
  final SecretManagerDouble google = SecretManagerDouble.start();

  @AfterEach
  final void stop() {
    google.close();
  }

  final String url(String rest) {
    return google.endpoint() + "/v1/projects/" + SecretManagerFixture.PROJECT + rest;
  }

  final JsonObject stored(String id) {
    return Rest.get(url("/secrets/" + id));
  }

  final String payload(String id, String version) {
    String data =
        Rest.get(url("/secrets/" + id + "/versions/" + version + ":access"))
            .object("payload")
            .string("data");
    return new String(Base64.getDecoder().decode(data), StandardCharsets.UTF_8);
  }

  final List<String> states(String id) {
    return Rest.get(url("/secrets/" + id + "/versions")).objects("versions").stream()
        .map(version -> version.string("state"))
        .toList();
  }
}
