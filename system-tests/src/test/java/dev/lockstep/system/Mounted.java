package dev.lockstep.system;

import dev.lockstep.Isolation;
import dev.lockstep.Param;
import dev.lockstep.Pipeline;
import dev.lockstep.Step;
import dev.lockstep.secret.Secret;

/** Prints what it should not, in the runner's process and in one of its own. */
@Pipeline(secrets = "api")
class Mounted {
  @Step
  int here(Secret api, @Param String text) {
    String token = api.value("token").orElseThrow().reveal();
    System.out.println("here " + token + " " + text);
    return token.length();
  }

  @Step(isolation = Isolation.PROCESS)
  int apart(Secret api, @Param String text) {
    System.out.println("apart " + api.value("token").orElseThrow().reveal() + " " + text);
    return api.values().size();
  }
}
