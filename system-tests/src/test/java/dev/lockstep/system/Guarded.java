package dev.lockstep.system;

import dev.lockstep.Isolation;
import dev.lockstep.Pipeline;
import dev.lockstep.Step;
import dev.lockstep.run.StepContext;
import dev.lockstep.secret.Secret;
import java.nio.charset.StandardCharsets;

/** Says what its steps have of a passphrase, and tries to print it. */
@Pipeline(secrets = "vault")
class Guarded {
  @Step
  String here(Secret vault) {
    System.out.println("it is " + System.getenv("LOCKSTEP_PASSPHRASE"));
    return "keys " + vault.values().keySet();
  }

  @Step(isolation = Isolation.PROCESS)
  String apart(Secret vault, StepContext context) throws Exception {
    Process child = context.process("env").start();
    String variables = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return "keys "
        + vault.values().keySet()
        + ", passphrase "
        + (System.getenv().containsKey("LOCKSTEP_PASSPHRASE")
            || System.getenv().containsKey("LOCKSTEP_NEW_PASSPHRASE")
            || variables.contains("PASSPHRASE"));
  }
}
