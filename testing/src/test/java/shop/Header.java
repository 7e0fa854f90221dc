package shop;

import dev.lockstep.Pipeline;
import dev.lockstep.Step;
import dev.lockstep.secret.Secret;

/** Returns a secret: no compiler can follow a value once it was revealed. */
@Pipeline(secrets = "api")
class Header {
  @Step
  String authorization(Secret api) {
    return "Authorization: Bearer\n" + api.value("token").orElseThrow().reveal();
  }
}
