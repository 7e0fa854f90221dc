package dev.lockstep.cli.secret;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.cli.Lockstep;
import dev.lockstep.cli.Lockstep.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretCommandsTest {
  private static final String VALUE = "s3cr3t=v@lue+with==";

  private final Path folder;

  SecretCommandsTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void aSecretIsRegisteredShownMaskedRevealedUpdatedAndDeleted() {
    Lockstep lockstep = Lockstep.in(folder);

    Result registered = lockstep.run("secret", "register", "db", "--password=" + VALUE, "--user=u");
    assertThat(registered.exitCode()).isZero();
    assertThat(registered.out()).isEmpty();
    assertThat(registered.err())
        .contains("Registered the secret 'db' (2 keys) in secrets manager 'default'.")
        .containsOnlyOnce("stays in the shell's history")
        .doesNotContain(VALUE);

    Result masked = lockstep.run("secret", "get", "db");
    assertThat(masked)
        .isEqualTo(new Result(0, "KEY       VALUE\npassword  ***\nuser      ***\n", ""));
    assertThat(lockstep.run("secret", "get", "db", "password").out()).isEqualTo("***\n");
    assertThat(lockstep.run("secret", "get", "db", "password", "--reveal"))
        .isEqualTo(new Result(0, VALUE + "\n", ""));

    Result updated =
        lockstep.run("secret", "update", "db", "-k", "schema", "-v", "x", "--remove-key", "user");
    assertThat(updated.exitCode()).isZero();
    assertThat(updated.err()).contains("Updated the secret 'db' (1 key set, 1 removed)");
    assertThat(lockstep.run("secret", "get", "db", "--reveal", "-o", "json").out())
        .contains("\"version\" : \"2\"")
        .contains("\"password\" : \"" + VALUE + "\"")
        .contains("\"schema\" : \"x\"")
        .doesNotContain("user");
    assertThat(lockstep.run("secret", "list", "-o", "yaml").out()).isEqualTo("- name: db\n");

    Result kept = lockstep.run("secret", "delete", "db");
    assertThat(kept.exitCode()).isEqualTo(2);
    assertThat(kept.err()).contains("there is no terminal to ask on. Give -y.");
    assertThat(lockstep.run("secret", "list").out()).isEqualTo("NAME\ndb\n");
    assertThat(lockstep.run("secret", "delete", "db", "-y").exitCode()).isZero();
    assertThat(lockstep.run("secret", "list", "-o", "json").out()).isEqualTo("[ ]\n");
  }

  @Test
  void allThatIsWrongIsSaidAtOnceAndNoValueWithIt() {
    Result result =
        Lockstep.in(folder)
            .run(
                "secret",
                "register",
                "aws",
                "-s",
                "aws",
                "--aws_access_key_id=" + VALUE,
                "--aws_secret_acess_key=" + VALUE,
                "--aws_access_key_id=" + VALUE,
                "--token",
                VALUE,
                "--file=@" + VALUE,
                "-p" + VALUE);
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    assertThat(result.err())
        .contains("Nothing was stored under 'aws':")
        .contains("key 'aws_access_key_id' is given twice")
        .contains("--token has no value: it is given as --token=VALUE")
        .contains("there is an argument too many (it may be a value, so it is not shown)")
        .contains("the file behind the @ of key 'file' does not exist")
        .contains("there is no option -p")
        .contains("has no key 'aws_secret_acess_key'")
        .contains("Did you mean 'aws_secret_access_key'?")
        .doesNotContain(VALUE);
    assertThat(Lockstep.in(folder).home()).doesNotExist();
  }

  @Test
  void whatMayBeAValueInAWrongPlaceIsNotShown() {
    Lockstep lockstep = Lockstep.in(folder);
    String[][] calls = {
      {"register", "--password", "hunter2", "mailbox"},
      {"register", "--password=", "hunter2"},
      {"register", "-p", "hunter2!", "mailbox"},
      {"update", "--password", "hunter2", "mailbox"},
    };
    for (String[] call : calls) {
      String[] arguments = new String[call.length + 1];
      arguments[0] = "secret";
      System.arraycopy(call, 0, arguments, 1, call.length);
      Result result = lockstep.run(arguments);
      assertThat(result.exitCode()).isEqualTo(2);
      assertThat(result.err()).contains("Nothing was stored:").doesNotContain("hunter2");
    }
    String[] documents = {
      "correct$=hunter2",
      "hunter2$: x",
      "{\"hunter2$\": \"x\"}",
      "A=1\nhunter2MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggS==\n"
    };
    for (String document : documents) {
      Result result = lockstep.reading(document).run("secret", "register", "pw", "--values", "-");
      assertThat(result.exitCode()).as(document).isEqualTo(2);
      assertThat(result.err()).containsAnyOf("line ", "key number 1 cannot be a key");
      assertThat(result.err()).doesNotContain("hunter2", "correct$");
    }
    assertThat(lockstep.home()).doesNotExist();
  }

  @Test
  void aSchemaSaysWhichKeysAreMissing() {
    Lockstep lockstep = Lockstep.in(folder);
    Result missing = lockstep.run("secret", "register", "a", "-s", "aws", "--values", "-");
    assertThat(missing.exitCode()).isEqualTo(2);
    assertThat(missing.err())
        .contains("required key 'aws_access_key_id' is missing")
        .contains("required key 'aws_secret_access_key' is missing")
        .contains("More: lockstep schema describe aws");

    Result noSchema = lockstep.run("secret", "register", "a", "-s", "asw", "--x=y");
    assertThat(noSchema.exitCode()).isEqualTo(2);
    assertThat(noSchema.err()).contains("There is no schema 'asw'. Did you mean 'aws'?");

    Result azure = lockstep.run("secret", "register", "a", "-s", "azure", "--values", "-");
    assertThat(azure.err()).contains("at least one of its keys is needed");
  }

  @Test
  void aKeyThatASchemaRequiresCannotBeRemoved() {
    Lockstep lockstep = Lockstep.in(folder);
    lockstep.run("secret", "register", "a", "-s", "basic_auth", "--username=u", "--password=p");
    Result result = lockstep.run("secret", "update", "a", "--remove-key", "password");
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains("required key 'password' is missing");
    assertThat(lockstep.run("secret", "get", "a", "password", "--reveal").out()).isEqualTo("p\n");

    Result twice = lockstep.run("secret", "update", "a", "--password=x", "--remove-key=password");
    assertThat(twice.err()).contains("key 'password' is both set and removed");
    Result unknown = lockstep.run("secret", "update", "a", "--remove-key", "pasword");
    assertThat(unknown.err())
        .contains("it has no key 'pasword', only password, username. Did you mean 'password'?");
  }

  @Test
  void valuesComeFromFilesAsTheyAre() throws IOException {
    Lockstep lockstep = Lockstep.in(folder);
    Files.writeString(folder.resolve("cert.pem"), "line 1\nline ü\n");
    Files.writeString(folder.resolve("password"), "p\n");
    Result result =
        lockstep.run(
            "secret", "register", "f", "--cert=@cert.pem", "--password=@password", "--at=@@x");
    assertThat(result.exitCode()).isZero();
    assertThat(result.err())
        .contains("The value of key 'password' ends with a line end, because its file does.")
        .doesNotContain("'cert'");
    assertThat(lockstep.run("secret", "get", "f", "cert", "--reveal").out())
        .isEqualTo("line 1\nline ü\n\n");
    assertThat(lockstep.run("secret", "get", "f", "at", "--reveal").out()).isEqualTo("@x\n");
    // In a table no line end of a value can look like another row.
    assertThat(lockstep.run("secret", "get", "f", "--reveal").out())
        .contains("cert      line 1\\nline ü\\n\n");
  }

  @Test
  void filesThatCannotBeValuesAreRefused() throws IOException {
    Lockstep lockstep = Lockstep.in(folder);
    Files.write(folder.resolve("binary"), new byte[] {(byte) 0xff, 0, 1});
    Files.write(folder.resolve("large"), new byte[(1 << 20) + 1]);
    Result result =
        lockstep.run("secret", "register", "f", "--b=@binary", "--l=@large", "--d=@.", "--n=@no");
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err())
        .contains("of key 'b' is not UTF-8 text")
        .contains("of key 'l' is larger than 1 MiB")
        .contains("of key 'd' is a folder")
        .contains("of key 'n' does not exist");
  }

  @Test
  void valuesComeFromJsonYamlAndDotenv() throws IOException {
    Lockstep lockstep = Lockstep.in(folder);
    Files.writeString(folder.resolve("v.json"), "{\"a\": \"1\", \"b\": true, \"c\": 7}");
    assertThat(lockstep.run("secret", "register", "json", "--values", "v.json").err())
        .doesNotContain("history");
    lockstep.reading("a: 0123\nb: yes\n").run("secret", "register", "yaml", "--values", "-");
    lockstep
        .reading("# comment\nexport A='$x'\nB=\"two\\nlines\"\n")
        .run("secret", "register", "dotenv", "--values", "-");
    assertThat(lockstep.run("secret", "get", "json", "--reveal", "-o", "yaml").out())
        .contains("a: \"1\"", "b: \"true\"", "c: \"7\"");
    assertThat(lockstep.run("secret", "get", "yaml", "--reveal").out()).contains("0123", "yes");
    assertThat(lockstep.run("secret", "get", "dotenv", "B", "--reveal").out())
        .isEqualTo("two\nlines\n");

    Result nested =
        lockstep
            .reading("{\"a\": {\"b\": 1}, \"c\": 1.50}")
            .run("secret", "register", "n", "--values=-");
    assertThat(nested.exitCode()).isEqualTo(2);
    assertThat(nested.err()).contains("key 'a' is not a text", "key 'c' is a number whose digits");
    Result broken =
        lockstep.reading("{\"a\": \"" + VALUE).run("secret", "register", "n", "--values", "-");
    assertThat(broken.err()).contains("not valid JSON at line 1").doesNotContain(VALUE);
    Result twice =
        lockstep
            .reading("{\"a\": \"1\", \"a\": \"2\"}")
            .run("secret", "register", "n", "--values=-");
    assertThat(twice.err()).contains("the field 'a' is there twice");
  }

  @Test
  void namesThatDoNotExistGetASuggestion() {
    Lockstep lockstep = Lockstep.in(folder);
    lockstep.run("secret", "register", "warehouse", "--password=p");
    for (String command : new String[] {"get", "update", "delete"}) {
      Result result =
          command.equals("update")
              ? lockstep.run("secret", command, "warehose", "--password=x")
              : lockstep.run("secret", command, "warehose");
      assertThat(result.exitCode()).isEqualTo(2);
      assertThat(result.err())
          .contains("There is no secret 'warehose' in secrets manager 'default'.")
          .contains("Did you mean 'warehouse'?");
    }
    Result key = lockstep.run("secret", "get", "warehouse", "passwort");
    assertThat(key.exitCode()).isEqualTo(2);
    assertThat(key.err())
        .isEqualTo(
            "error: Secret 'warehouse' has no key 'passwort'. Did you mean 'password'? It has:"
                + " password.\n");
    Result taken = lockstep.run("secret", "register", "warehouse", "--password=x");
    assertThat(taken.exitCode()).isEqualTo(2);
    assertThat(taken.err()).contains("already. It was left as it is.");
    assertThat(lockstep.run("secret", "register", "../x", "--a=b").exitCode()).isEqualTo(2);
  }

  @Test
  void withoutATerminalNothingIsAsked() {
    Lockstep lockstep = Lockstep.in(folder);
    Result asked = lockstep.run("secret", "register", "x", "-i");
    assertThat(asked.exitCode()).isEqualTo(2);
    assertThat(asked.err())
        .contains(
            "There is no terminal to ask on. Give the values as --KEY=@FILE or --values FILE");
    assertThat(lockstep.run("secret", "register", "x").err())
        .contains("give --KEY=VALUE, --values FILE or -i");
    assertThat(lockstep.run("secret", "update", "x").exitCode()).isEqualTo(2);
  }

  @Test
  void aBrokenStoreIsABackEndFailureAndStaysAsItIs() throws IOException {
    Lockstep lockstep = Lockstep.in(folder);
    lockstep.run("secret", "register", "x", "--a=" + VALUE);
    Path store = lockstep.home().resolve("secrets/default.yaml");
    String damaged = Files.readString(store) + "\n}{";
    Files.writeString(store, damaged);
    Result result = lockstep.run("secret", "update", "x", "--a=" + VALUE);
    assertThat(result.exitCode()).isEqualTo(4);
    assertThat(result.err()).startsWith("warning: ").contains("error: ").contains("is damaged");
    assertThat(result.all()).doesNotContain("Exception", VALUE);
    assertThat(store).hasContent(damaged);

    Result debugged = lockstep.run("secret", "get", "x", "--debug");
    assertThat(debugged.err()).contains("at dev.lockstep.");
  }

  @Test
  void twoUpdatesAtOnceKeepBothKeys() throws Exception {
    Lockstep lockstep = Lockstep.in(folder);
    lockstep.run("secret", "register", "x", "--start=0");
    Process[] updates = new Process[6];
    for (int i = 0; i < updates.length; i++) {
      updates[i] =
          lockstep
              .process("secret", "update", "x", "--key" + i + "=v")
              .redirectErrorStream(true)
              .start();
    }
    for (Process update : updates) {
      update.getInputStream().readAllBytes();
      assertThat(update.waitFor()).isZero();
    }
    assertThat(lockstep.run("secret", "get", "x").out())
        .contains("start", "key0", "key1", "key2", "key3", "key4", "key5");
  }
}
