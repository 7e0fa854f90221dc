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
    return greeting
        + ", "
        + login.username()
        + ", with your password of "
        + login.password().reveal().length()
        + " characters.";
  }
}
