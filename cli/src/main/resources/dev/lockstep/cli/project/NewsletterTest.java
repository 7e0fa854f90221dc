package __PACKAGE__;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lockstep.metadata.RunRecord;
import dev.lockstep.metadata.RunStatus;
import dev.lockstep.testing.LockstepExtension;
import dev.lockstep.testing.TestStack;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LockstepExtension.class)
class NewsletterTest {
  @Test
  void sendsNothingWithoutAMailbox(TestStack stack) {
    RunRecord run = stack.run(NewsletterRunner.PIPELINE);

    assertEquals(RunStatus.SUCCEEDED, run.status());
    assertEquals("Would send: Dear Ada and Grace!", stack.output(run, "send", String.class));
  }

  @Test
  void sendsFromTheMailboxAndKeepsItsPassword(TestStack stack) {
    stack.secret("mailbox", "mailbox", Map.of("user", "ada", "password", "correct horse"));

    RunRecord run = stack.run(NewsletterRunner.PIPELINE, Map.of("names", "Edsger"));

    assertEquals("ada sent: Dear Edsger!", stack.output(run, "send", String.class));
    stack.assertNoLeaks(run);
  }
}
