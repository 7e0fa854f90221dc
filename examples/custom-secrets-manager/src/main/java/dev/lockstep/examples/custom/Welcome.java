package dev.lockstep.examples.custom;

import dev.lockstep.Param;
import dev.lockstep.Pipeline;
import dev.lockstep.Step;
import dev.lockstep.secret.BasicAuthSecret;

/** Logs in, so to say: shows where the active stack's secrets come from. */
@Pipeline(secrets = "login", description = "Greets whom the secret 'login' names.")
class Welcome {
  @Step
  String greet(BasicAuthSecret login, @Param("Welcome") String greeting) {
    // The name itself would be masked: it is a value of a secret, too.
    return greeting
        + ": a name of "
        + login.username().length()
        + " and a password of "
        + login.password().reveal().length()
        + " characters.";
  }
}
