package dev.lockstep.cli.example;

import dev.lockstep.cli.host.CommandException;
import dev.lockstep.cli.host.Host;
import dev.lockstep.cli.host.State;
import dev.lockstep.home.OwnerOnly;
import dev.lockstep.json.Json;
import dev.lockstep.json.JsonFormatException;
import dev.lockstep.json.JsonObject;
import dev.lockstep.secret.SecretValue;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import org.jspecify.annotations.Nullable;

/**
 * What an example needs beside itself, such as a database. A class that the jar's manifest names
 * makes it in a folder of the home, before every run, and writes to standard output which secrets
 * lead to it: {@code {"warehouse": {"username": "...", "password": "..."}}}.
 */
final class ExampleSetUp {
  private static final Attributes.Name CLASS = new Attributes.Name("Lockstep-Example-Set-Up");

  private ExampleSetUp() {}

  /**
   * Does it.
   *
   * @return the values of secrets, by their names; none when the example needs no set-up
   */
  static Map<String, Map<String, SecretValue>> run(Example example, Path jar, Host host)
      throws IOException, InterruptedException {
    String setUp = setUpClass(jar);
    if (setUp == null) {
      return Map.of();
    }
    Path folder = State.of(host).home().root().resolve("examples").resolve(example.name());
    OwnerOnly.createFolders(folder);
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                jar.toString(),
                setUp,
                folder.toString())
            .directory(host.workingFolder().toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    process.getOutputStream().close();
    try (InputStream out = process.getInputStream()) {
      String printed = new String(out.readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() == 0) {
        return secrets(Json.readObject(printed));
      }
    } catch (JsonFormatException e) {
      // Its message may quote a value.
    } finally {
      process.destroy();
    }
    throw CommandException.failed(
        "The example '" + example.name() + "' could not be set up in " + folder + ".");
  }

  private static @Nullable String setUpClass(Path jar) throws IOException {
    try (JarFile file = new JarFile(jar.toFile(), false)) {
      Manifest manifest = file.getManifest();
      return manifest == null ? null : manifest.getMainAttributes().getValue(CLASS);
    }
  }

  private static Map<String, Map<String, SecretValue>> secrets(JsonObject all) {
    Map<String, Map<String, SecretValue>> secrets = new LinkedHashMap<>();
    for (String name : all.fields().keySet()) {
      JsonObject secret = all.object(name);
      Map<String, SecretValue> values = new LinkedHashMap<>();
      for (String key : secret.fields().keySet()) {
        values.put(key, SecretValue.of(secret.string(key)));
      }
      secrets.put(name, values);
    }
    return secrets;
  }
}
