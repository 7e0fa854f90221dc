package golden.nested;

import dev.lockstep.Pipeline;
import dev.lockstep.SecretSchema;
import dev.lockstep.Step;
import java.util.Map;

/** Pipelines and schemas inside other classes: the names around them go before theirs. */
public class Outer {
  @SecretSchema
  interface Database {
    String url();
  }

  @Pipeline(secrets = "database")
  static class Inner {
    record Row(int number) {}

    @Step
    Map<String, Row> rows(Database database) {
      return Map.of(database.url(), new Row(1));
    }

    @Step
    Map.Entry<String, Row> first(Map<String, Row> rows) {
      return rows.entrySet().iterator().next();
    }

    @Pipeline
    protected static class Innermost {
      @Step
      Row row() {
        return new Row(1);
      }
    }
  }
}
