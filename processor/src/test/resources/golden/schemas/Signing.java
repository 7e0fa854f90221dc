package golden.schemas;

import dev.lockstep.Pipeline;
import dev.lockstep.Step;

/** What a descriptor says of the keys of secrets. */
@Pipeline(secrets = {"everything", "tokens"})
public class Signing {
  @Step
  String sign(Everything everything, Tokens tokens) {
    return everything.username();
  }
}
