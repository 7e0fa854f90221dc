package dev.lockstep.cli.secret;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.cli.Lockstep;
import dev.lockstep.cli.Lockstep.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens with a secrets manager that is not on this machine. */
class FarAwayTest {
  private static final String FAR = "--secrets-manager=far";

  private final Lockstep lockstep;

  FarAwayTest(@TempDir Path folder) throws IOException {
    // On the class path of these tests only, so that nobody else finds the flavor.
    Path services = folder.resolve("flavors/META-INF/services");
    Files.createDirectories(services);
    Files.writeString(
        services.resolve("dev.lockstep.stack.ComponentFlavor"),
        FaultySecretsFlavor.class.getName() + "\n");
    this.lockstep = Lockstep.in(folder).withClasses(folder.resolve("flavors"));
    lockstep.run("secrets-manager", "register", "far", "-f", "faulty");
    lockstep.run("secret", "register", "b", FAR, "--k=hunter2");
  }

  @Test
  void aRenameThatFailsInTheMiddleSaysWhatIsLeft() {
    Result failed = lockstep.with("FAULT", "delete b").run("secret", "rename", "b", "c", FAR);
    assertThat(failed.exitCode()).isEqualTo(4);
    assertThat(failed.err())
        .isEqualTo(
            "error: The secret was stored as 'c' in secrets manager 'far', and 'b' could not be"
                + " deleted: The provider cannot be reached.\n  Both 'b' and 'c' are there.\n"
                + "  Fix: lockstep secret delete b --secrets-manager far\n");
    assertThat(lockstep.run("secret", "list", FAR).out()).isEqualTo("NAME\nb\nc\n");
    Result nothing = lockstep.with("FAULT", "register d").run("secret", "rename", "b", "d", FAR);
    assertThat(nothing.exitCode()).isEqualTo(4);
    assertThat(nothing.err()).isEqualTo("error: The provider cannot be reached.\n");
    assertThat(lockstep.run("secret", "list", FAR).out()).isEqualTo("NAME\nb\nc\n");
  }

  @Test
  void untilWhenADeletedSecretCanBeRestoredIsSaid() {
    lockstep.run("secret", "register", "c", FAR, "--k=1");
    Lockstep far = lockstep.with("FAULT", "recoverable");

    assertThat(far.run("secret", "delete", "b", "-y", FAR).err())
        .isEqualTo(
            "Deleted the secret 'b' from secrets manager 'far'. It can be restored until"
                + " 2026-12-22T10:15:00Z.\n");
    assertThat(far.run("secret", "get", "b", FAR).err())
        .startsWith(
            "error: There is no secret 'b' in secrets manager 'far': it was deleted, and can be"
                + " restored until 2026-12-22T10:15:00Z.");
    assertThat(far.run("secret", "delete-all", "-y", FAR).err())
        .isEqualTo(
            "Deleted the only secret of secrets manager 'far'. It can be restored until"
                + " 2026-12-22T10:15:00Z.\n");
    assertThat(lockstep.run("secret", "get", "b", FAR).err())
        .startsWith("error: There is no secret 'b' in secrets manager 'far'.");
  }

  @Test
  void aRenameDoesNotDeleteWhatSomebodyElseJustWrote() {
    Result result =
        lockstep
            .with("FAULT", "other writer of b at register")
            .run("secret", "rename", "b", "c", FAR);
    assertThat(result.exitCode()).isEqualTo(4);
    assertThat(result.err())
        .contains("'b' was changed by someone else at the same time")
        .contains("Both 'b' and 'c' are there.")
        .contains("Fix: lockstep secret delete c --secrets-manager far\n")
        .doesNotContain("hunter2");
    assertThat(lockstep.run("secret", "list", FAR).out()).isEqualTo("NAME\nb\nc\n");
  }

  @Test
  void whatItsMessagesQuoteIsMasked() {
    assertThat(
            lockstep
                .with("FAULT", "quotes")
                .reading("k: c0rrect-h0rse")
                .run("secret", "register", "c", FAR, "--values", "-"))
        .isEqualTo(new Result(4, "", "error: Not sent: ***. Sorry.\n"));
    assertThat(lockstep.with("FAULT", "quotes").run("secret", "delete", "b", "-y", FAR, "--debug"))
        .satisfies(
            result -> assertThat(result.err()).contains("Not deleted: ***").contains("\n    at "));
  }

  @Test
  void anImportThatFailsInTheMiddleSaysWhatIsStored() {
    String export =
        "lockstep_secrets: 1\nsecrets:\n  a: {values: {k: v}}\n  b: {values: {k: v}}\n"
            + "  c: {values: {k: v}}\n  d: {values: {k: v}}\n";
    Result failed =
        lockstep
            .with("FAULT", "register c")
            .reading(export)
            .run("secret", "import", "-", "--update", FAR);
    assertThat(failed)
        .isEqualTo(
            new Result(
                4,
                "",
                "error: The provider cannot be reached.\n"
                    + "  Stored in secrets manager 'far': a, b.\n"
                    + "  Not stored: c, d.\n"
                    + "  Fix: mend that, and repeat with --update, which leaves alone what is there"
                    + " by now.\n"));
    Result again = lockstep.reading(export).run("secret", "import", "-", "--update", FAR);
    assertThat(again.err())
        .isEqualTo("Imported into secrets manager 'far': 2 new, 2 the same already.\n");
    Result update =
        lockstep
            .with("FAULT", "update b")
            .reading(export.replace("b: {values: {k: v}}", "b: {values: {k: w}}"))
            .run("secret", "import", "-", "--update", FAR);
    assertThat(update.exitCode()).isEqualTo(4);
    assertThat(update.err()).contains("far': nothing.\n  Not stored: b.\n");
  }

  @Test
  void whatStoresManySecretsInOneChangeDoesSo() {
    String export =
        "lockstep_secrets: 1\nsecrets:\n  a: {values: {k: c0rrect}}\n  b: {values: {k: h0rse}}\n";
    Lockstep far = lockstep.reading(export);

    assertThat(
            far.with("FAULT", "in one change, quotes")
                .run("secret", "import", "-", "--update", FAR))
        .isEqualTo(
            new Result(
                4,
                "",
                "error: Not sent: ******.\n"
                    + "  Stored in secrets manager 'far': nothing.\n"
                    + "  Not stored: a, b.\n"));
    assertThat(far.with("FAULT", "in one change").run("secret", "import", "-", "--update", FAR))
        .isEqualTo(new Result(0, "", "Imported into secrets manager 'far': 1 new, 1 replaced.\n"));
    assertThat(lockstep.run("secret", "list", FAR).out()).isEqualTo("NAME\na\nb\n");
  }

  @Test
  void aChangeOfSomebodyElseDuringAnUpdateIsTold() {
    Result after =
        lockstep.with("FAULT", "other writer after").run("secret", "update", "b", "--k=x", FAR);
    assertThat(after.exitCode()).isEqualTo(4);
    assertThat(after.err())
        .contains("someone else changed it at the same time, and that is stored now")
        .contains("lockstep secret get b")
        .doesNotContain("hunter2");
    Result before =
        lockstep.with("FAULT", "other writer before").run("secret", "update", "b", "--k=x", FAR);
    assertThat(before.exitCode()).isEqualTo(4);
    assertThat(before.err())
        .contains("and version 4 was replaced by yours without being looked at");
    Result deleted =
        lockstep.with("FAULT", "deleted after").run("secret", "update", "b", "--k=x", FAR);
    assertThat(deleted.exitCode()).isEqualTo(4);
    assertThat(deleted.err()).contains("it was deleted at the same time");
    lockstep.run("secret", "register", "b", FAR, "--k=x");
    assertThat(lockstep.run("secret", "update", "b", "--k=y", FAR).exitCode()).isZero();
  }

  @Test
  void deletingAllThatFailsInTheMiddleSaysWhatIsLeft() {
    lockstep.run("secret", "register", "c", FAR, "--k=hunter2");
    Result failed = lockstep.with("FAULT", "delete-all").run("secret", "delete-all", "-y", FAR);
    assertThat(failed.exitCode()).isEqualTo(4);
    assertThat(failed.err())
        .isEqualTo(
            "error: The provider cannot be reached.\n"
                + "  1 of 2 secrets are left in secrets manager 'far': c.\n");
  }
}
