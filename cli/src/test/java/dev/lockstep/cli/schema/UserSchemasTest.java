package dev.lockstep.cli.schema;

import static dev.lockstep.cli.schema.SchemaTargets.KEYS;
import static dev.lockstep.cli.schema.SchemaTargets.OTHER_KEYS;
import static dev.lockstep.cli.schema.SchemaTargets.classes;
import static dev.lockstep.cli.schema.SchemaTargets.descriptor;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.cli.InProcess;
import dev.lockstep.cli.Lockstep;
import dev.lockstep.cli.Lockstep.Result;
import dev.lockstep.cli.TerminalSession;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UserSchemasTest {
  private final Path folder;
  private final InProcess lockstep;

  UserSchemasTest(@TempDir Path folder) throws IOException {
    // As a folder is reached by its real path and by links.
    this.folder = folder.toRealPath();
    this.lockstep = new InProcess(this.folder);
  }

  @Test
  void theSchemasOfATargetAreReadFromFoldersAndJars() throws IOException {
    String classes = classes(folder, "classes", KEYS);
    Path jar = folder.resolve("app.jar");
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(out)) {
      entries.putNextEntry(new JarEntry("META-INF/lockstep/shop.Churn.json"));
      entries.write(descriptor(KEYS).getBytes(UTF_8));
    }
    for (String target : new String[] {classes, jar.toString()}) {
      Result list = lockstep.run("schema", "list", target, "-o", "json");
      assertThat(list.exitCode()).as(list.err()).isZero();
      assertThat(list.out())
          .contains("\"type\" : \"shop_db\"", "\"description\" : \"The shop's database\"")
          .contains("\"keys\" : [ \"url\", \"password\", \"mode\", \"port\" ]")
          .contains("\"from\" : \"" + target + "\"")
          .doesNotContain("basic_auth");
    }
    Result described = lockstep.run("schema", "describe", "shop_db", jar.toString());
    assertThat(described.out())
        .isEqualTo(
            """
            KEY       TYPE       REQUIRED  PATTERN      VARIABLE     DESCRIPTION
            url       uri        yes                    URL          Where it is
            password  secret     yes       [a-z]+[0-9]  DB_PASSWORD
            mode      FAST|SAFE  no                     MODE
            port      int        no                     PORT
            """);
  }

  @Test
  void aSecretThatItsSchemaHasOutgrownIsDescribedAndMended() throws IOException {
    String target = classes(folder, "classes", KEYS);
    Result registered =
        lockstep.run(
            "secret",
            "register",
            "db",
            "-s",
            "shop_db",
            "--schemas",
            target,
            "--url=x",
            "--password=hunter2");
    assertThat(registered.exitCode()).as(registered.err()).isZero();
    classes(folder, "classes", OTHER_KEYS);
    assertThat(lockstep.run("secret", "describe", "db"))
        .isEqualTo(
            new Result(
                0,
                """
                NAME  TYPE     VERSION  SECRETS MANAGER
                db    shop_db  1        default

                KEY       TYPE    IN SCHEMA  STORED
                dsn       string  required   no
                url               unknown    yes
                password          unknown    yes
                """,
                "warning: It does not fit its schema: required key 'dsn' is missing.\n"));
    Result half = lockstep.run("secret", "update", "db", "--dsn=y");
    assertThat(half.exitCode()).isEqualTo(2);
    assertThat(half.err())
        .contains("schema 'shop_db' has no key 'password', only dsn.")
        .doesNotContain("hunter2");
    Result mended =
        lockstep.run(
            "secret", "update", "db", "--dsn=y", "--remove-key", "url", "--remove-key", "password");
    assertThat(mended.exitCode()).as(mended.err()).isZero();
    assertThat(lockstep.run("secret", "describe", "db").err()).isEmpty();
  }

  @Test
  void whatIsNoTargetIsWrongUsage() throws IOException {
    Result missing = lockstep.run("schema", "list", lockstep.path("no.jar"));
    assertThat(missing.exitCode()).isEqualTo(2);
    assertThat(missing.err()).contains("There is no jar or folder '");
    Files.createDirectory(folder.resolve("empty"));
    Result empty = lockstep.run("schema", "list", lockstep.path("empty"));
    assertThat(empty.exitCode()).isEqualTo(2);
    assertThat(empty.err()).contains("has no pipelines: there is no META-INF/lockstep in it.");
    String target = classes(folder, "classes", KEYS);
    Result type = lockstep.run("schema", "describe", "shop_bd", target);
    assertThat(type.exitCode()).isEqualTo(2);
    assertThat(type.err())
        .contains("takes a secret under a schema 'shop_bd'. Did you mean 'shop_db'?");
    assertThat(lockstep.run("secret", "register", "a", "-s", "aws", "--schemas", target).err())
        .as("what comes with Lockstep is known everywhere")
        .contains("required key 'aws_access_key_id' is missing");
    Files.writeString(
        Path.of(target, "META-INF/lockstep/shop.Churn.json"),
        descriptor("").replace("shop_db", ""));
    assertThat(lockstep.run("schema", "describe", "aws", target).exitCode()).isZero();
  }

  @Test
  void aBadPatternIsToldAndStopsNothingElse() throws IOException {
    String target = classes(folder, "classes", KEYS.replace("[a-z]+[0-9]", "["));
    Result result =
        lockstep.run(
            "secret",
            "register",
            "a",
            "-s",
            "shop_db",
            "--schemas",
            target,
            "--url=x",
            "--password=hunter2");
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err())
        .contains("key 'password' has a pattern that is no regular expression: [")
        .doesNotContain("hunter2");
  }

  @Test
  void keysOfAUsersSchemaAreAskedForRequiredOnesFirst() throws Exception {
    String target = classes(folder, "classes", KEYS);
    TerminalSession.Result result =
        new TerminalSession(Lockstep.in(folder))
            .answer("url: ", "not a uri\n")
            .answer("url: ", "jdbc:x\n")
            .answer("password: ", "HUNTER\n")
            .answer("password: ", "hunter2\n")
            .answer("mode (optional, Enter skips it): ", "SLOW\n")
            .answer("mode (optional, Enter skips it): ", "\n")
            .answer("port (optional, Enter skips it): ", "5432\n")
            .run("secret", "register", "db", "-s", "shop_db", "--schemas", target);
    assertThat(result.exitCode()).as(result.shown()).isZero();
    assertThat(result.shown().replace("\n", " "))
        .contains("Where it is", "That cannot be: key 'url' is not a URI.")
        .contains("key 'password' does not match the pattern [a-z]+[0-9].")
        .contains("key 'mode' is none of FAST, SAFE.")
        .doesNotContain("hunter2", "HUNTER", "SLOW", "jdbc");
    TerminalSession.Result updated =
        new TerminalSession(Lockstep.in(folder))
            .answer("url (Enter keeps it): ", "\n")
            .answer("password (Enter keeps it): ", "better3\n")
            .answer("mode (optional, Enter skips it): ", "FAST\n")
            .answer("port (Enter keeps it): ", "\n")
            .run("secret", "update", "db", "-i");
    assertThat(updated.exitCode()).as(updated.shown()).isZero();
    assertThat(lockstep.run("secret", "get", "db", "--reveal").out())
        .isEqualTo(
            """
            KEY       VALUE
            url       jdbc:x
            password  better3
            port      5432
            mode      FAST
            """);
  }
}
