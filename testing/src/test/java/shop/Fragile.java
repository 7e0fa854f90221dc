package shop;

import dev.lockstep.Pipeline;
import dev.lockstep.Step;
import dev.lockstep.run.StepContext;
import dev.lockstep.secret.Secret;

/** Its first attempt stores one part of what it returns and fails at the other. */
@Pipeline(secrets = "api")
class Fragile {
  record Parts(String first, String second) {}

  @Step(retries = 1, backoff = "PT0.01S")
  Parts parts(Secret api, StepContext context) {
    if (context.attempt() > 1) {
      return new Parts(large("."), "done");
    }
    return new Parts(large(api.value("token").orElseThrow().reveal()), nothing());
  }

  @Step
  int length(String first, String second) {
    return first.length() + second.length();
  }

  /** Too large to travel in line. */
  private static String large(String text) {
    return text.repeat(5000 / text.length());
  }

  @SuppressWarnings("NullAway") // The mistake that fails the attempt.
  private static String nothing() {
    return null;
  }
}
