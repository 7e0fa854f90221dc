package dev.lockstep.cli.schema;

import static dev.lockstep.cli.schema.SchemaTargets.KEYS;
import static dev.lockstep.cli.schema.SchemaTargets.OTHER_KEYS;
import static dev.lockstep.cli.schema.SchemaTargets.classes;
import static dev.lockstep.cli.schema.SchemaTargets.descriptor;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.cli.InProcess;
import dev.lockstep.cli.Lockstep;
import dev.lockstep.cli.Lockstep.Result;
import dev.lockstep.cli.TerminalSession;
import dev.lockstep.cli.run.EchoRunner;
import dev.lockstep.home.FileTrees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RememberedSchemasTest {
  private final Path folder;
  private final InProcess lockstep;
  private final Path remembered;

  RememberedSchemasTest(@TempDir Path folder) throws IOException {
    // As a folder is reached by its real path and by links.
    this.folder = folder.toRealPath();
    this.lockstep = new InProcess(this.folder);
    this.remembered = lockstep.home().resolve("schemas.yaml");
  }

  @Test
  void aSchemaThatWasSeenOnceIsKnownFromThenOn() throws IOException {
    assertThat(lockstep.run("secret", "register", "db", "-s", "shop_db", "--url=x").err())
        .contains("There is no schema 'shop_db'.", "--schemas TARGET");
    String target = classes(folder, "classes", KEYS);
    Result wrong =
        lockstep.run(
            "secret",
            "register",
            "db",
            "-s",
            "shop_db",
            "--schemas",
            target,
            "--url=not a uri",
            "--password=hunter2!",
            "--mode=SLOW",
            "--port=many",
            "--user=x");
    assertThat(wrong.exitCode()).isEqualTo(2);
    assertThat(wrong.err())
        .contains("key 'url' is not a URI")
        .contains("key 'password' does not match the pattern [a-z]+[0-9]")
        .contains("key 'mode' is none of FAST, SAFE")
        .contains("key 'port' is not a whole number (int)")
        .contains("schema 'shop_db' has no key 'user'")
        .contains("More: lockstep schema describe shop_db")
        .doesNotContain("hunter2", "SLOW", "many", "not a uri");

    assertThat(lockstep.run("schema", "describe", "shop_db", "-o", "yaml").out())
        .contains("type: shop_db\n", "pattern: \"[a-z]+[0-9]\"\n", "env: DB_PASSWORD\n")
        .contains("seen:\n  - from: \"" + target + "\"\n")
        .contains("    state: current\n");
    assertThat(lockstep.run("schema", "describe", "shop_db").err())
        .matches("Seen in " + target + " on 20[0-9T:-]+Z\\.\n");
    assertThat(lockstep.run("schema", "list").out())
        .contains("shop_db ", target, "The shop's database");
    Result registered =
        lockstep.run("secret", "register", "db", "-s", "shop_db", "--url=jdbc:x", "--password=p1");
    assertThat(registered.exitCode()).as(registered.err()).isZero();
    Result update = lockstep.run("secret", "update", "db", "--remove-key", "url");
    assertThat(update.exitCode()).isEqualTo(2);
    assertThat(update.err()).contains("required key 'url' is missing");
    assertThat(lockstep.run("secret", "describe", "db").out())
        .contains("url       uri     required   yes\n", "port      int     optional   no\n");
    assertThat(lockstep.run("secret", "export", "db", "--reveal", "--format=env").out())
        .contains("DB_PASSWORD=p1\n");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(remembered)))
        .isEqualTo("rw-------");
    // Nothing was new, so nothing was written.
    FileTime written = FileTime.fromMillis(1_000_000);
    Files.setLastModifiedTime(remembered, written);
    lockstep.run("schema", "list", target);
    assertThat(Files.getLastModifiedTime(remembered)).isEqualTo(written);
  }

  @Test
  void aRunRemembersTheSchemasOfItsTarget() throws IOException {
    classes(folder, "classes", KEYS);
    String echo = EchoRunner.class.getProtectionDomain().getCodeSource().getLocation().getPath();
    Lockstep process = Lockstep.in(folder);
    assertThat(process.run("run", "--class-path", echo, "classes").exitCode()).isEqualTo(7);
    assertThat(lockstep.run("schema", "describe", "shop_db").out()).contains("password");
    // Relative to where it was named.
    assertThat(remembered).content().contains(folder.resolve("classes").toString());
  }

  @Test
  void aTargetThatWasBuiltAnewIsLookedAtAgain() throws IOException {
    String target = classes(folder, "classes", KEYS);
    lockstep.run("schema", "list", target);
    classes(folder, "classes", OTHER_KEYS);
    assertThat(lockstep.run("schema", "list").out()).contains(target + " (changed)");
    Result registered = lockstep.run("secret", "register", "db", "-s", "shop_db", "--dsn=x");
    assertThat(registered.exitCode()).as(registered.err()).isZero();
    assertThat(lockstep.run("schema", "list").out()).doesNotContain("(changed)");
  }

  @Test
  void whatCannotBeLookedAtAgainIsToldAsStale() throws IOException {
    String target = classes(folder, "classes", KEYS);
    lockstep.run("schema", "list", target);
    Path descriptor = Path.of(target, "META-INF/lockstep/shop.Churn.json");
    Files.writeString(descriptor, descriptor(KEYS).replace("shop_db", "warehouse"));
    Result absent = lockstep.run("secret", "register", "a", "-s", "shop_db", "--url=x");
    assertThat(absent.err())
        .contains("warning: The schema 'shop_db' may be out of date: it was seen on ")
        .contains(target + ", which has it no more. --schemas TARGET takes it from somewhere else.")
        .contains("required key 'password' is missing");
    FileTrees.delete(Path.of(target));
    Result gone = lockstep.run("secret", "register", "a", "-s", "shop_db", "--url=x");
    assertThat(gone.err()).contains(target + ", which is gone.");
    assertThat(lockstep.run("schema", "list").out()).contains(target + " (gone)");
  }

  @Test
  void schemasThatDifferAreNamedUntilOneIsChosen() throws IOException {
    String first = classes(folder, "first", KEYS);
    String same = classes(folder, "same", KEYS.replace("Where it is", "Somewhere"));
    String second = classes(folder, "the second", OTHER_KEYS);
    lockstep.run("schema", "list", first);
    lockstep.run("schema", "list", same);
    assertThat(lockstep.run("schema", "describe", "shop_db").exitCode())
        .as("other words are no other demand")
        .isZero();
    lockstep.run("schema", "list", second);
    Result ambiguous = lockstep.run("secret", "register", "a", "-s", "shop_db", "--dsn=x");
    assertThat(ambiguous.exitCode()).isEqualTo(2);
    assertThat(ambiguous.err())
        .contains("Schemas 'shop_db' that differ are known:")
        .contains("\n  - of " + first + ", seen on ", "keys mode, password, port, url")
        .contains("\n  - of " + second + ", seen on ", "with the keys dsn")
        .contains("--schemas TARGET", "lockstep schema forget shop_db " + first);
    Result chosen =
        lockstep.run("secret", "register", "a", "-s", "shop_db", "--schemas", second, "--dsn=x");
    assertThat(chosen.exitCode()).as(chosen.err()).isZero();
    Result updated = lockstep.run("secret", "update", "a", "--dsn=y");
    assertThat(updated.exitCode()).isEqualTo(2);
    assertThat(updated.err()).contains("--schemas TARGET");
    assertThat(lockstep.run("secret", "update", "a", "--dsn=y", "--schemas", second).exitCode())
        .isZero();

    lockstep.run("schema", "forget", "shop_db", first, "-y");
    lockstep.run("schema", "forget", "shop_db", same, "-y");
    assertThat(lockstep.run("secret", "update", "a", "--dsn=z").exitCode()).isZero();
  }

  @Test
  void aSchemaIsForgottenAfterAsking() throws Exception {
    String target = classes(folder, "classes", KEYS);
    lockstep.run("schema", "list", target);
    assertThat(lockstep.run("schema", "forget", "shop_db").err()).contains("Give -y.");
    TerminalSession.Result no =
        new TerminalSession(Lockstep.in(folder))
            .answer("Forget the schema 'shop_db'? [y/N] ", "n\n")
            .run("schema", "forget", "shop_db");
    assertThat(no.exitCode()).isEqualTo(1);
    assertThat(no.shown()).contains("The schema 'shop_db' was not forgotten.");
    Result unknown = lockstep.run("schema", "forget", "shop_bd", "-y");
    assertThat(unknown.exitCode()).isEqualTo(2);
    assertThat(unknown.err()).contains("Did you mean 'shop_db'?");
    assertThat(lockstep.run("schema", "forget", "aws", "-y").err())
        .isEqualTo("error: The schema 'aws' is built in and cannot be forgotten.\n");
    assertThat(lockstep.run("schema", "forget", "shop_db", "/elsewhere", "-y").err())
        .contains("No schema 'shop_db' of /elsewhere is remembered, only of: " + target);
    assertThat(lockstep.run("schema", "forget", "shop_db", "-y"))
        .isEqualTo(new Result(0, "", "Forgot the schema 'shop_db'.\n"));
    assertThat(lockstep.run("schema", "describe", "shop_db").exitCode()).isEqualTo(2);
  }

  @Test
  void aDamagedOrNewerFileIsLeftAloneAndStopsNoCommand() throws IOException {
    String target = classes(folder, "classes", KEYS);
    Files.createDirectories(lockstep.home());
    for (String damaged :
        new String[] {"}{", "format: 2\nschemas:\n", "schemas: x\n", "format: 1\nschemas: []\n"}) {
      Files.writeString(remembered, damaged);
      Result list = lockstep.run("schema", "list");
      assertThat(list.exitCode()).isZero();
      assertThat(list.out()).contains("basic_auth");
      assertThat(list.err()).contains("warning: " + remembered + ", line ", "it is left as it is");
      Result seen = lockstep.run("schema", "list", target);
      assertThat(seen.exitCode()).isZero();
      assertThat(seen.out()).contains("shop_db");
      assertThat(seen.err()).contains("are not remembered: " + remembered + ", line ");
      assertThat(remembered).hasContent(damaged);
      Result registered =
          lockstep.run(
              "secret",
              "register",
              "a",
              "-s",
              "shop_db",
              "--schemas",
              target,
              "--url=x",
              "--password=p1");
      assertThat(registered.exitCode()).as(registered.err()).isZero();
      lockstep.run("secret", "delete", "a", "-y");
      assertThat(lockstep.run("schema", "forget", "shop_db", "-y").exitCode()).isEqualTo(2);
    }
    Files.delete(remembered);
    Files.createDirectory(remembered);
    Result folderInstead = lockstep.run("schema", "list", target);
    assertThat(folderInstead.exitCode()).isZero();
    assertThat(folderInstead.err()).contains("warning: ", "are not remembered: Cannot read ");
  }

  @Test
  void fieldsOfANewerVersionSurvive() throws IOException {
    String target = classes(folder, "classes", KEYS);
    lockstep.run("schema", "list", target);
    String text = Files.readString(remembered);
    Files.writeString(
        remembered,
        text.replace("format: 1\n", "format: 1\nhint: top\n")
            .replace("      seen:", "      owner: entry\n      seen:")
            .replace("          env: URL\n", "          env: URL\n          unit: key\n")
            .replace("schemas:\n", "schemas:\n  other:\n    \"/x\":\n      keys: {}\n"));
    classes(folder, "classes", KEYS.replace("Where it is", "Now elsewhere"));
    lockstep.run("schema", "list", target);
    assertThat(Files.readString(remembered))
        .contains("hint: top\n", "owner: entry\n", "unit: key\n", "  other:\n    \"/x\":\n")
        .contains("Now elsewhere")
        .doesNotContain("Where it is");
    lockstep.run("schema", "forget", "shop_db", "-y");
    assertThat(Files.readString(remembered))
        .contains("hint: top\n", "  other:\n")
        .doesNotContain("shop_db");
  }

  @Test
  void manyProcessesAtOnceRememberAll() throws Exception {
    Lockstep processes = Lockstep.in(folder);
    List<Process> lists = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      Path target = Path.of(classes(folder, "t" + i, KEYS));
      Path descriptor = target.resolve("META-INF/lockstep/shop.Churn.json");
      Files.writeString(descriptor, descriptor(KEYS).replace("shop_db", "shop_" + i));
      lists.add(
          processes.process("schema", "list", target.toString()).redirectErrorStream(true).start());
    }
    for (Process list : lists) {
      list.getInputStream().readAllBytes();
      assertThat(list.waitFor()).isZero();
    }
    assertThat(lockstep.run("schema", "list").out())
        .contains("shop_0", "shop_1", "shop_2", "shop_3", "shop_4", "shop_5");
  }
}
