package dev.lockstep.testing.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lockstep.home.LockstepHome;
import dev.lockstep.json.Json;
import dev.lockstep.json.JsonObject;
import dev.lockstep.secret.SecretsManager;
import dev.lockstep.stack.ComponentContext;
import dev.lockstep.stack.ComponentFlavor;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A process that writes to the store of a test, and says which names it was the one to register.
 */
final class WritingProcess {
  private WritingProcess() {}

  static List<String> run(StoreUnderTest store, int number) throws Exception {
    Map<String, Object> task = new LinkedHashMap<>();
    task.put("flavor", store.fixture().flavor().getClass().getName());
    task.put("attributes", store.fixture().attributes());
    task.put("environment", store.fixture().environment());
    task.put("home", store.home().toString());
    task.put("number", Integer.toString(number));
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xshare:auto",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                WritingProcess.class.getName())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (OutputStream in = process.getOutputStream()) {
      in.write(Json.write(task).getBytes(StandardCharsets.UTF_8));
    }
    String won = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), "the exit code of a writing process");
    return won.lines().toList();
  }

  /** Reads the task from standard input, because attributes may be confidential. */
  public static void main(String... args) throws Exception {
    JsonObject task = Json.readObject(System.in);
    PrintStream won = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    ComponentFlavor<?> flavor =
        Class.forName(task.string("flavor"))
            .asSubclass(ComponentFlavor.class)
            .getDeclaredConstructor()
            .newInstance();
    ComponentContext context =
        new ComponentContext(
            "tested",
            texts(task.object("attributes")),
            new LockstepHome(Path.of(task.string("home"))),
            texts(task.object("environment")));
    try (SecretsManager secrets = (SecretsManager) flavor.create(context)) {
      write(secrets, task.string("number"), won);
    }
    won.flush();
  }

  private static void write(SecretsManager secrets, String number, PrintStream won)
      throws IOException {
    for (int i = 0; i < ConcurrencyCases.ROUNDS; i++) {
      String mine = "p" + number + "/" + i;
      secrets.register(StoreUnderTest.secret(mine, "k", "registered"));
      secrets.update(ConcurrencyCases.stamped(number + "-" + i));
      if (ConcurrencyCases.registers(
          secrets, StoreUnderTest.secret("raced/" + i, "by", "process " + number))) {
        won.println("raced/" + i);
      }
      secrets.update(StoreUnderTest.secret(mine, "k", "updated"));
    }
  }

  private static Map<String, String> texts(JsonObject object) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (String name : object.fields().keySet()) {
      texts.put(name, object.string(name));
    }
    return texts;
  }
}
