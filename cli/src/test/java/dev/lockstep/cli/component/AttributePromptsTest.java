package dev.lockstep.cli.component;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.cli.FlavorJars;
import dev.lockstep.cli.InProcess;
import dev.lockstep.cli.Lockstep;
import dev.lockstep.cli.Lockstep.Result;
import dev.lockstep.cli.TerminalSession;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AttributePromptsTest {
  private final Path folder;
  private final Lockstep lockstep;
  private final InProcess here;

  AttributePromptsTest(@TempDir Path folder) {
    this.folder = folder;
    this.lockstep = Lockstep.in(folder);
    this.here = new InProcess(folder);
  }

  @BeforeEach
  void registerAFlavor() throws IOException {
    Path jar =
        new FlavorJars(folder)
            .box(
                "box.jar",
                "ORCHESTRATOR",
                "box",
                "FlavorOption.withDefault(\"size\", \"int\", \"10\", \"How many fit in.\")",
                "FlavorOption.optional(\"note\", \"text\", \"\")",
                "FlavorOption.required(\"lid\", \"open|shut\", \"How it is closed.\")",
                "FlavorOption.required(\"pin\", \"text\", \"What opens it.\").asSensitive()");
    Result result =
        here.run("orchestrator", "flavor", "register", "vault.BoxFlavor", "--jar", "" + jar);
    assertThat(result.exitCode()).as(result.err()).isZero();
  }

  @Test
  void whatIsMissingIsAskedForRequiredAttributesFirstAndCheckedAtOnce() throws Exception {
    TerminalSession.Result result =
        new TerminalSession(lockstep)
            .answer("lid (open|shut): ", "\n")
            .answer("lid (open|shut): ", "ajar\n")
            .answer("lid (open|shut): ", "shut\n")
            .answer("pin (text): ", "@hünter2\n")
            .answer("size (int, Enter leaves the default 10): ", "many\n")
            .answer("size (int, Enter leaves the default 10): ", "\n")
            .answer("note (text, optional, Enter skips it): ", "\n")
            .run("orchestrator", "register", "b", "-f", "box", "-i");
    assertThat(result.exitCode()).as(result.shown()).isZero();
    assertThat(result.shown())
        .contains("How it is closed.", "It is required.", "That is not one of open, shut.")
        .contains("That is not a whole number.", "The attribute 'pin' is sensitive")
        .contains("Registered the orchestrator 'b'.")
        .doesNotContain("hünter2", "history");
    assertThat(here.run("orchestrator", "list", "-o", "yaml").out())
        .contains("lid: shut", "pin: \"***\"")
        .doesNotContain("size", "note");

    TerminalSession.Result updated =
        new TerminalSession(lockstep)
            .answer("pin (text, Enter keeps it): ", "{{box.pin}}\n")
            .answer("size (int, Enter leaves the default 10): ", "{{ box }}\n")
            .answer("size (int, Enter leaves the default 10): ", "12\n")
            .answer("note (text, optional, Enter skips it): ", "\n")
            .run("orchestrator", "update", "b", "--lid=open", "-i");
    assertThat(updated.exitCode()).as(updated.shown()).isZero();
    assertThat(updated.shown()).contains("is no reference").doesNotContain("hünter2", "plain text");
    assertThat(here.run("orchestrator", "list").out()).contains("lid=open pin={{box.pin}} size=12");

    TerminalSession.Result kept =
        new TerminalSession(lockstep)
            .answer("lid (open|shut, Enter keeps open): ", "\n")
            .answer("pin (text, Enter keeps {{box.pin}}): ", "\n")
            .answer("size (int, Enter keeps 12): ", "\n")
            .answer("note (text, optional, Enter skips it): ", "\n")
            .run("orchestrator", "update", "b", "-i");
    assertThat(kept.exitCode()).as(kept.shown()).isZero();
    assertThat(kept.shown()).contains("Nothing was changed.");
  }

  @Test
  void whoStopsAnsweringChangesNothing() throws Exception {
    TerminalSession.Result interrupted =
        new TerminalSession(lockstep)
            .answer("lid (open|shut): ", "\003")
            .run("orchestrator", "register", "b", "-f", "box", "-i");
    assertThat(interrupted.exitCode()).as(interrupted.shown()).isEqualTo(130);
    TerminalSession.Result ended =
        new TerminalSession(lockstep)
            .answer("lid (open|shut): ", "shut\n")
            .answer("pin (text): ", "\004")
            .run("orchestrator", "register", "b", "-f", "box", "-i");
    assertThat(ended.exitCode()).as(ended.shown()).isEqualTo(1);
    assertThat(ended.shown()).contains("Nothing was changed.");
    assertThat(lockstep.home().resolve("config.yaml")).doesNotExist();
  }

  @Test
  void nobodyIsAskedForAComponentThatCannotBe() throws Exception {
    TerminalSession.Result taken =
        new TerminalSession(lockstep).run("orchestrator", "register", "default", "-f", "box", "-i");
    assertThat(taken.exitCode()).as(taken.shown()).isEqualTo(2);
    assertThat(taken.shown()).contains("already").doesNotContain("How it is closed.");
    Result unasked = here.run("orchestrator", "register", "b", "-f", "box", "-i");
    assertThat(unasked.exitCode()).isEqualTo(2);
    assertThat(unasked.err())
        .isEqualTo(
            "error: There is no terminal to ask on. Give the attributes as options: --size=VALUE,"
                + " --note=VALUE, --lid=VALUE, --pin=VALUE.\n");
  }
}
