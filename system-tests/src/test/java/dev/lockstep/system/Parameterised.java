package dev.lockstep.system;

import dev.lockstep.Param;
import dev.lockstep.Pipeline;
import dev.lockstep.Step;
import dev.lockstep.secret.Secret;

/** Takes a text that may, by somebody's mistake, be a secret. */
@Pipeline(secrets = "vault")
class Parameterised {
  @Step
  int length(@Param("") String text, Secret vault) {
    return text.length() + vault.values().size();
  }
}
