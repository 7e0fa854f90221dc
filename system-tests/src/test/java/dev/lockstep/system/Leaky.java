package dev.lockstep.system;

import dev.lockstep.Isolation;
import dev.lockstep.Pipeline;
import dev.lockstep.Step;
import dev.lockstep.run.StepContext;
import dev.lockstep.secret.Secret;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Does with a secret everything that one must not do. */
@Pipeline(secrets = "vault")
class Leaky {
  @Step(retries = 1, backoff = "PT0.01S")
  void inProcess(Secret vault, StepContext context) {
    leak(vault, context);
  }

  @Step(secrets = "vault", isolation = Isolation.PROCESS)
  void apart(Secret vault, StepContext context) {
    leak(vault, context);
  }

  private static void leak(Secret vault, StepContext context) {
    String value = vault.value("token").orElseThrow().reveal();
    System.out.println("whole " + value);
    for (int i = 0; i < value.length(); i++) {
      System.out.print(value.charAt(i)); // Split over writes.
      System.out.flush();
    }
    System.out.println();
    System.err.println("url " + URLEncoder.encode(value, StandardCharsets.UTF_8));
    byte[] bytes = ("x:" + value).getBytes(StandardCharsets.UTF_8);
    System.out.println("Basic " + Base64.getEncoder().encodeToString(bytes));
    context.logger().warn("logged {}", value, new IllegalStateException("cause " + value));
    System.out.println(vault + " " + vault.values() + " " + context.environment());
    throw new IllegalArgumentException(
        // So long that its text is cut, and not where the value ends.
        "cannot log in with " + value + " " + "x".repeat(3970 - value.length() / 2) + value,
        new IllegalStateException("because of " + value));
  }
}
