package golden.clashes;

import dev.lockstep.From;
import dev.lockstep.Pipeline;
import dev.lockstep.SecretSchema;
import dev.lockstep.Step;

/** Names that generated code uses, too, and the package has classes named like the JDK's. */
@Pipeline(secrets = "odd")
public class Clashes {
  @SecretSchema
  interface Odd {
    java.lang.String KEYS = "a constant";

    java.lang.String ValueType = "another";

    java.lang.String in();

    java.lang.String dev();

    @dev.lockstep.Key("optional")
    java.util.Optional<java.lang.String> Optional();
  }

  @Step
  String call(Odd odd) {
    return new String(1);
  }

  @Step
  Schema output(@From("call") String call) {
    return new Schema(1);
  }

  @Step
  Types main(Schema output, @From("call") String String) {
    return new Types(1);
  }

  @Step(name = "class")
  Optional yield(Types Types, Schema golden, String Clashes) {
    return new Optional(1);
  }

  @Step(name = "a-b")
  static java.lang.String first(Optional step) {
    return "";
  }

  @Step(name = "aB")
  static java.util.List<java.lang.String> second(@From("class") Optional dev) {
    return java.util.List.of();
  }
}
