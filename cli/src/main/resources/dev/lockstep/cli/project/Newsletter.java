package __PACKAGE__;

import dev.lockstep.Param;
import dev.lockstep.Pipeline;
import dev.lockstep.Step;
import dev.lockstep.run.StepContext;
import java.util.List;
import java.util.Optional;

/** Writes to readers. Parameters are wired by name and type, and the compiler proves it. */
@Pipeline(secrets = "mailbox")
public class Newsletter {
  @Step
  List<String> readers(@Param("Ada,Grace") String names) {
    return List.of(names.split(","));
  }

  @Step
  String letter(List<String> readers) {
    return "Dear " + String.join(" and ", readers) + "!";
  }

  @Step(retries = 3, timeout = "PT1M")
  String send(String letter, Optional<Mailbox> mailbox, StepContext context) {
    if (mailbox.isEmpty()) {
      return "Would send: " + letter;
    }
    Mailbox sender = mailbox.get();
    context.logger().info("{} logs in at port {}", sender.user(), sender.port());
    // A mail server would be given sender.password().reveal() here.
    return sender.user() + " sent: " + letter;
  }
}
