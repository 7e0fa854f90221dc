package dev.lockstep.system;

import dev.lockstep.Isolation;
import dev.lockstep.Pipeline;
import dev.lockstep.SecretName;
import dev.lockstep.Step;
import dev.lockstep.run.StepContext;
import dev.lockstep.secret.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Steps with different secrets, each of which says what it can see. */
@Pipeline(secrets = {"left", "right", "common"})
class TwoSecrets {
  @Step(secrets = "left")
  List<String> inProcess(StepContext context) throws IOException {
    return seen(context);
  }

  @Step(secrets = "right", isolation = Isolation.PROCESS)
  List<String> apart(StepContext context) throws IOException {
    return seen(context);
  }

  @Step(isolation = Isolation.PROCESS)
  List<String> both(@SecretName("left") Secret typed, StepContext context) throws IOException {
    List<String> seen = seen(context);
    seen.add("parameter " + typed.values().keySet());
    return seen;
  }

  /** The variables that end in {@code _KEY}, in each place where a step could look for them. */
  private static List<String> seen(StepContext context) throws IOException {
    List<String> seen = new ArrayList<>();
    seen.add("context " + keys(context.environment().keySet()));
    seen.add("getenv " + keys(System.getenv().keySet()));
    Process child = context.process("env").start();
    String output = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    List<String> names = new ArrayList<>();
    output.lines().forEach(line -> names.add(line.substring(0, Math.max(0, line.indexOf('=')))));
    seen.add("child " + keys(names));
    seen.add("LOCKSTEP_HOME in child " + names.contains("LOCKSTEP_HOME"));
    return seen;
  }

  private static Set<String> keys(Iterable<String> names) {
    Set<String> keys = new TreeSet<>();
    names.forEach(
        name -> {
          if (name.endsWith("_KEY")) {
            keys.add(name);
          }
        });
    return keys;
  }
}
