package dev.lockstep.docs;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A newcomer's first hour, from an empty machine on, each line a process. It is one story: what a
 * chapter leaves, the next one finds.
 */
class FirstHourTest {
  private static Tools tools;

  @TempDir private Path folder;
  private Newcomer newcomer;

  @BeforeAll
  static void prepare(@TempDir Path shared) throws IOException, InterruptedException {
    tools = Tools.in(shared);
  }

  @BeforeEach
  void arrive() throws IOException {
    newcomer = new Newcomer(folder, tools);
  }

  @Test
  void theFirstHour() throws IOException {
    nothingHasToBeConfigured();
    aSecretOfFreeKeys();
    aSecretWithASchema();
    aSecretThatIsAskedFor();
    aSecondStack();
    aReference();
    aPipelineThatLacksItsSecret();
    aWrongPassword();
    rotation();
    aSecretOnTheMove();
    farewell();
  }

  private void nothingHasToBeConfigured() {
    newcomer.calls("lockstep version").contains("lockstep ");
    newcomer.calls("lockstep --help").contains("secret", "stack", "run");
    newcomer.calls("lockstep secret list").shows("NAME", "...");
    newcomer
        .calls("lockstep stack list")
        .shows("ACTIVE  STACK    ...", "*       default  default ... default");
    newcomer.calls(2, "lockstep secrt list").contains("Did you mean 'secret'?");
  }

  private void aSecretOfFreeKeys() throws IOException {
    newcomer.calls("lockstep secret register db --user=ada").contains("history");
    newcomer.calls("lockstep secret get db").shows("KEY   VALUE", "user  ***");
    newcomer.calls("lockstep secret get db user --reveal").shows("ada");
    newcomer.calls(2, "lockstep secret register db --user=grace").contains("already");

    newcomer.writes("password", "Bearer=@home");
    newcomer.calls("lockstep secret update db --password=@password").doesNotShow("home");
    newcomer.calls("lockstep secret get db user --reveal").shows("ada");
    newcomer.calls("lockstep secret get db password --reveal").shows("Bearer=@home");
    newcomer.calls(2, "lockstep secret update db --password=@pasword").doesNotShow("home");
    newcomer.calls("lockstep secret update db --remove-key user");
    newcomer.calls("lockstep secret get db").shows("KEY       VALUE", "password  ***");
    newcomer.calls(2, "lockstep secret get bd").contains("Did you mean 'db'?");
  }

  private void aSecretWithASchema() {
    newcomer.calls("lockstep schema list").contains("basic_auth");
    newcomer.calls("lockstep schema describe basic_auth").contains("username", "password");
    newcomer
        .calls(2, "lockstep secret register smtp -s basic_auth --usernam=ada --pasword=hunter2")
        .contains("Did you mean 'username'?", "Did you mean 'password'?")
        .doesNotShow("hunter2");
    newcomer.calls(2, "lockstep secret get smtp");
    newcomer.calls(2, "lockstep secret register smtp -s basic_oath").contains("basic_auth");
    newcomer.calls(
        "echo '{\"username\": \"ada\", \"password\": \"hunter2\"}'"
            + " | lockstep secret register smtp -s basic_auth --values -");
    newcomer.calls(2, "lockstep secret update smtp --remove-key password").contains("password");
  }

  private void aSecretThatIsAskedFor() {
    newcomer
        .answers(
            0,
            "lockstep secret register mailbox2 -s basic_auth",
            "username: ",
            "",
            "username: ",
            "ada",
            "password: ",
            "tr0ub4dor")
        .contains("It is required.")
        .doesNotShow("tr0ub4dor");
    newcomer.calls("lockstep secret get mailbox2 password --reveal").shows("tr0ub4dor");
    newcomer.answers(1, "lockstep secret delete mailbox2", "[y/N] ", "n").contains("not deleted");
    newcomer.calls(2, "lockstep secret delete mailbox2").contains("-y");
    newcomer.answers(0, "lockstep secret delete mailbox2", "[y/N] ", "y");
    newcomer.calls(2, "lockstep secret get mailbox2");
  }

  private void aSecondStack() {
    newcomer
        .calls(2, "lockstep secrets-manager register team -f lokal")
        .contains("Did you mean 'local'?");
    newcomer
        .calls(2, "lockstep secrets-manager register team -f local --pth=team.yaml")
        .contains("'path'")
        .doesNotShow("team.yaml");
    newcomer.calls("lockstep secrets-manager register team -f local --path=team.yaml");
    newcomer.calls(2, "lockstep stack register dev -o default -a default -m default -x taem");
    newcomer.calls("lockstep stack register dev -o default -a default -m default -x team");
    newcomer.calls("lockstep secret list --stack dev").shows("NAME", "...");
    newcomer.calls("lockstep stack set dev");
    newcomer.calls("lockstep stack get -o json").contains("\"name\" : \"dev\"");
    newcomer.calls("lockstep secret list").shows("NAME", "...");
    newcomer.calls("LOCKSTEP_STACK=default lockstep secret list").shows("NAME", "db", "smtp");
    newcomer.calls(3, "LOCKSTEP_STACK=prod lockstep secret list").contains("prod");
    newcomer.calls(2, "lockstep stack delete dev -y").contains("active");
    newcomer.calls("lockstep stack set default");
    newcomer.calls(2, "lockstep secrets-manager delete team -y").contains("dev");
  }

  private void aReference() {
    newcomer.calls("lockstep artifact-store register shared -f local '--path={{storage.folder}}'");
    newcomer.calls("lockstep stack register shared -o default -a shared -m default -x default");
    newcomer.calls("lockstep stack describe shared").contains("{{storage.folder}}");
  }

  private void aPipelineThatLacksItsSecret() throws IOException {
    Path docs = Path.of("../docs").toAbsolutePath().normalize();
    for (Block block : Page.read(docs, "how-to/README.md").blocks()) {
      if (block.isFile()) {
        newcomer.writes(block.argument(), block.text());
      }
    }
    newcomer.calls("mvn -q compile").shows("");
    newcomer.calls("lockstep run target/classes --plan").contains("secret mailbox as parameter");
    newcomer
        .calls(3, "lockstep run target/classes --check")
        .contains(
            "Secret 'mailbox' (type mailbox) is missing; step 'send' needs it.",
            "lockstep secret register mailbox --user=VALUE --password=VALUE");
    newcomer.calls(3, "lockstep run target/classes").contains("is missing");
  }

  private void aWrongPassword() throws IOException {
    newcomer.writes("mailbox.yaml", "user: ada\npassword: expired");
    newcomer.calls("lockstep secret register mailbox --values mailbox.yaml");
    newcomer.calls("lockstep run target/classes --check").contains("can run on stack 'default'");
    newcomer.calls(3, "lockstep run target/classes --stack shared").contains("storage");
    newcomer
        .calls(1, "lockstep run target/classes")
        .contains("the mail server refuses ***", "2 of 3 steps succeeded")
        .doesNotShow("expired");
    newcomer.writes("mailbox.yaml", "user: ada\npassword: correct horse");
    newcomer.calls("lockstep secret update mailbox --values mailbox.yaml");
    newcomer
        .calls("lockstep run target/classes --names Ada,Grace,Edsger")
        .contains("ada sends: Dear Ada and Grace and Edsger!", "3 of 3 steps succeeded");
  }

  private void rotation() throws IOException {
    newcomer.writes("mailbox.yaml", "user: grace\npassword: battery staple");
    newcomer.calls("lockstep secret update mailbox --values mailbox.yaml");
    newcomer.calls("lockstep run target/classes").contains("grace sends: ");
    newcomer
        .calls("lockstep runs list")
        .shows("RUN ...", "... succeeded ...", "... succeeded ...", "... failed ...");
    newcomer
        .calls("grep -r -e 'correct horse' -e 'battery staple' \"$LOCKSTEP_HOME\" || true")
        .shows("");
  }

  private void aSecretOnTheMove() {
    newcomer.calls("lockstep secret rename smtp mail");
    newcomer.calls(2, "lockstep secret get smtp");
    newcomer.calls(2, "lockstep secret export mail").doesNotShow("hunter2");
    newcomer.calls("lockstep secret export mail --reveal --file mail.yaml").doesNotShow("hunter2");
    newcomer.calls("stat -c %A mail.yaml").shows("-rw-------");
    newcomer.calls("lockstep secret delete mail -y");
    newcomer.calls("lockstep secret import mail.yaml").doesNotShow("hunter2");
    newcomer.calls("lockstep secret get mail password --reveal").shows("hunter2");
    newcomer.calls("lockstep secret get mail -o json").contains("\"type\" : \"basic_auth\"");
    newcomer.calls("lockstep secret copy mail --to team");
    newcomer.calls("lockstep secret get mail username --reveal --stack dev").shows("ada");
    newcomer.calls("lockstep secret delete mail -y --stack dev");
    newcomer.calls("lockstep secret rename mail smtp");
  }

  private void farewell() {
    newcomer.calls("lockstep stack delete shared -y");
    newcomer.calls("lockstep stack delete dev -y");
    newcomer.calls("lockstep artifact-store delete shared -y");
    newcomer.calls("lockstep secrets-manager delete team -y");
    newcomer.calls(2, "lockstep secrets-manager delete default -y");
    newcomer.calls("lockstep secret delete mailbox -y");
    newcomer.calls("lockstep secret list").shows("NAME", "db", "smtp");
  }
}
