package dev.lockstep.system;

import dev.lockstep.Isolation;
import dev.lockstep.Pipeline;
import dev.lockstep.Step;
import dev.lockstep.run.StepContext;
import dev.lockstep.secret.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

/** Hands a secret on in what its steps return. */
@Pipeline(secrets = "vault")
class Confiding {
  @Step
  String text(Secret vault) {
    return "Authorization: " + vault.value("token").orElseThrow().reveal();
  }

  @Step(secrets = "vault", isolation = Isolation.PROCESS)
  String encoded() {
    return Base64.getEncoder()
        .encodeToString(System.getenv("TOKEN").getBytes(StandardCharsets.UTF_8));
  }

  @Step
  Path file(Secret vault, StepContext context) throws IOException {
    String name = vault.value("token").orElseThrow().reveal().replace(' ', '_');
    return Files.writeString(context.workFolder().resolve(name), "harmless");
  }

  /** The value straddles the pieces in which files are copied. */
  @Step
  Path content(Secret vault, StepContext context) throws IOException {
    String value = vault.value("token").orElseThrow().reveal();
    return Files.writeString(
        context.workFolder().resolve("notes.txt"), "x".repeat(8192 - value.length() + 1) + value);
  }

  @Step
  Path pin(Secret vault, StepContext context) throws IOException {
    return Files.writeString(
        context.workFolder().resolve("pin.txt"), vault.value("pin").orElseThrow().reveal());
  }
}
