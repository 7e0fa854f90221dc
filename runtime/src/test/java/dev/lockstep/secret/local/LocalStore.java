package dev.lockstep.secret.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.home.LockstepHome;
import dev.lockstep.secret.Secret;
import dev.lockstep.secret.SecretValue;
import dev.lockstep.secret.SecretsManager;
import dev.lockstep.stack.ComponentContext;
import dev.lockstep.stack.Passphrases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;

/** A store of a test, and the files that it consists of. */
abstract class LocalStore {
  /** Must be readable nowhere. */
  static final String VALUE = "hunter2-5uper-5ecret";

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it.
  Path folder;

  SecretsManager open() {
    return open(Map.of());
  }

  SecretsManager open(Map<String, String> attributes) {
    return open(attributes, Map.of());
  }

  SecretsManager open(Map<String, String> attributes, Map<String, String> environment) {
    return open(attributes, environment, Passphrases.unattended());
  }

  LocalSecretsManager open(
      Map<String, String> attributes, Map<String, String> environment, Passphrases passphrases) {
    return new LocalSecretsFlavor()
        .create(
            new ComponentContext(
                "default",
                attributes,
                new LockstepHome(folder.resolve("home")),
                environment,
                passphrases));
  }

  Path store() {
    return folder.resolve("home/secrets/default.yaml");
  }

  Path key() {
    return folder.resolve("home/secrets/default.key");
  }

  void edit(String from, String to) throws IOException {
    String text = Files.readString(store());
    assertThat(text).contains(from);
    Files.writeString(
        store(), text.replaceFirst(Pattern.quote(from), Matcher.quoteReplacement(to)));
  }

  List<String> encryptedValues() throws IOException {
    return Files.readString(store())
        .lines()
        .filter(line -> line.startsWith("      "))
        .map(line -> line.substring(line.indexOf(':') + 2).replace("\"", ""))
        .toList();
  }

  /** A secret without a schema, of keys and values in turn. */
  static Secret secret(String name, String... keysAndValues) {
    Map<String, SecretValue> values = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      values.put(keysAndValues[i], SecretValue.of(keysAndValues[i + 1]));
    }
    return Secret.of(name, Secret.ARBITRARY, values);
  }
}
