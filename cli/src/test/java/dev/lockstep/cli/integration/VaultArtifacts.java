package dev.lockstep.cli.integration;

import dev.lockstep.cli.FlavorJars;
import dev.lockstep.cli.project.Versions;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/** An integration {@code vault} as small as can be, with a library, for repositories of tests. */
final class VaultArtifacts {
  static final String VERSION = Versions.LOCKSTEP;

  private static final String DEPENDENCY =
      """
      <dependency>
        <groupId>%s</groupId><artifactId>%s</artifactId><version>%s</version>
      </dependency>
      """;

  private final FlavorJars jars;

  VaultArtifacts(Path folder) {
    this.jars = new FlavorJars(folder);
  }

  /** Publishes the integration, its library, and what the runtime has already. */
  void publish(MavenRepository repository) throws IOException {
    Path library =
        jars.jar(
            "library.jar",
            "package clash; public final class Library { public static String edition() { return"
                + " \"2\"; } }");
    Path vault = flavor("vault");
    repository.publish("clash", "library", "2", library, "");
    publish(repository, "vault", vault);
  }

  /** Publishes an integration with these jars. */
  void publish(MavenRepository repository, String name, Path jar) throws IOException {
    repository.publish(
        "dev.lockstep",
        "lockstep-" + name,
        VERSION,
        jar,
        // Neither of the first two is published: they must not be asked for.
        DEPENDENCY.formatted("dev.lockstep", "lockstep-runtime", VERSION)
            + DEPENDENCY.formatted("org.slf4j", "slf4j-api", "2.0.17")
            + DEPENDENCY.formatted("clash", "library", "2"));
  }

  /** A jar with a secrets manager of that flavor. */
  Path flavor(String name) throws IOException {
    String type = Character.toUpperCase(name.charAt(0)) + name.substring(1) + "Flavor";
    Path jar =
        jars.jar(
            "lockstep-" + name + ".jar",
            """
            package dev.lockstep.%1$s;
            import dev.lockstep.secret.*;
            import dev.lockstep.stack.*;
            import java.util.*;
            public final class %2$s implements ComponentFlavor<SecretsManager> {
              public ComponentType type() { return ComponentType.SECRETS_MANAGER; }
              public String name() { return "%1$s"; }
              public String description() { return "Says what it sees."; }
              public List<FlavorOption> options() {
                return List.of(FlavorOption.optional("address", "uri", "Where it is."));
              }
              public SecretsManager create(ComponentContext context) {
                return new SecretsManager() {
                  public void register(Secret secret) {}
                  public Secret get(String name) {
                    return Secret.of(name, Secret.ARBITRARY,
                        Map.of("edition", SecretValue.of(edition())));
                  }
                  private String edition() {
                    try {
                      return (String) Class.forName("clash.Library").getMethod("edition").invoke(null);
                    } catch (ReflectiveOperationException e) {
                      throw new IllegalStateException(e);
                    }
                  }
                  public Map<String, Secret> getAll(Collection<String> names) { return Map.of(); }
                  public List<String> list() { return List.of("x"); }
                  public void update(Secret secret) {}
                  public void delete(String name) {}
                  public void deleteAll(boolean force) {}
                };
              }
            }
            """
                .formatted(name, type));
    try (FileSystem files = FileSystems.newFileSystem(jar, Map.of())) {
      Path services = files.getPath("META-INF/services/dev.lockstep.stack.ComponentFlavor");
      Files.createDirectories(Objects.requireNonNull(services.getParent()));
      Files.writeString(services, "dev.lockstep." + name + "." + type + "\n");
    }
    return jar;
  }
}
