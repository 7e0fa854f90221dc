package shop;

import dev.lockstep.Param;
import dev.lockstep.Pipeline;
import dev.lockstep.Step;
import dev.lockstep.run.StepContext;
import dev.lockstep.secret.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

/** Leaks in every way that is left to a step. */
@Pipeline(secrets = "api")
class Leaky {
  @Step
  String header(Secret api, StepContext context, @Param("") String note) {
    String token = api.value("token").orElseThrow().reveal();
    context.logger().info("sends {} and {}", token, note);
    return "Authorization: Bearer\n" + token;
  }

  @Step
  byte[] basic(Secret api) {
    String token = "user:" + api.value("token").orElseThrow().reveal();
    return Base64.getEncoder().encode(token.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  @Step
  Path file(Secret api, StepContext context) throws IOException {
    String token = api.value("token").orElseThrow().reveal();
    return Files.writeString(context.workFolder().resolve(token + ".txt"), "nothing");
  }
}
