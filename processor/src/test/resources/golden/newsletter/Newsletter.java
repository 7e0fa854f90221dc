package golden.newsletter;

import dev.lockstep.Param;
import dev.lockstep.Pipeline;
import dev.lockstep.Step;
import dev.lockstep.run.StepContext;
import java.util.List;

/** What docs/generated-code.md shows. */
@Pipeline(secrets = "mailbox")
public class Newsletter {
  @Step
  List<String> readers(@Param("Ada,Grace") String names) {
    return List.of(names.split(",", -1));
  }

  @Step
  String letter(List<String> readers) {
    return "Dear " + String.join(" and ", readers) + "!";
  }

  @Step(retries = 3, timeout = "PT1M")
  void send(String letter, Mailbox mailbox, StepContext context) {
    context.logger().info("{} sends: {}", mailbox.user(), letter);
  }
}
