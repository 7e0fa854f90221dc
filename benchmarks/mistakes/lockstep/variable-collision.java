package probe;

import dev.lockstep.*;

@SecretSchema
interface Warehouse {
  String url();
}

@Pipeline(secrets = {"one", "two"})
class Churn {
  @Step(secrets = {"one", "two"}) void load() {} // here

  @Step void train(@SecretName("one") Warehouse one, @SecretName("two") Warehouse two) {}
}
