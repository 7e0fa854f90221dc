package dev.lockstep.stack;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Two jars as the integration {@code vault} could have them: its own, and a library that also the
 * application has in another edition.
 */
final class VaultJars {
  static final String ARTIFACT = "dev.lockstep:lockstep-vault:1";

  private static final String LIBRARY =
      """
      package clash;
      public final class Library {
        public static String edition() { return "%s"; }
        public interface Part { String name(); }
        public static final class Found implements Part {
          public String name() { return "found"; }
        }
        public static String parts() {
          StringBuilder parts = new StringBuilder();
          for (Part part : java.util.ServiceLoader.load(Part.class)) { parts.append(part.name()); }
          return parts.toString();
        }
      }
      """;

  private static final String FLAVOR =
      """
      package dev.lockstep.vault;
      import dev.lockstep.secret.*;
      import dev.lockstep.stack.*;
      import java.util.*;
      public final class VaultFlavor implements ComponentFlavor<SecretsManager> {
        public ComponentType type() { return ComponentType.SECRETS_MANAGER; }
        public String name() { return "%s"; }
        public String description() { return "Says what it sees."; }
        public List<FlavorOption> options() { return List.of(); }
        public SecretsManager create(ComponentContext context) {
          String made = clash.Library.parts();
          return new SecretsManager() {
            public void register(Secret secret) { throw new IllegalStateException(); }
            public Secret get(String name) {
              return Secret.of(name, Secret.ARBITRARY, Map.of(
                  "edition", SecretValue.of(clash.Library.edition()),
                  "made", SecretValue.of(made),
                  "parts", SecretValue.of(clash.Library.parts()),
                  "application", SecretValue.of(sees("org.assertj.core.api.Assertions")),
                  "logging", SecretValue.of(sees("org.slf4j.Logger"))));
            }
            private String sees(String type) {
              try {
                return Class.forName(type).getName();
              } catch (ClassNotFoundException e) {
                return "hidden";
              }
            }
            public Map<String, Secret> getAll(Collection<String> names) { return Map.of(); }
            public List<String> list() { return List.of(clash.Library.parts()); }
            public void update(Secret secret) {}
            public void delete(String name) {}
            public void deleteAll(boolean force) {}
          };
        }
      }
      """;

  private final Path folder;

  VaultJars(Path folder) {
    this.folder = folder;
  }

  /** Both jars with where they came from, its own one first. */
  Map<Path, String> jars(String edition) throws IOException {
    return jars(edition, "vault");
  }

  /** The same, with a flavor of another name. */
  Map<Path, String> jars(String edition, String flavor) throws IOException {
    Path library =
        jar(
            "library-" + edition.hashCode() + ".jar",
            null,
            Map.of("clash/Library.java", LIBRARY.formatted(edition)),
            "META-INF/services/clash.Library$Part",
            "clash.Library$Found");
    Path own =
        jar(
            "lockstep-vault-" + edition.hashCode() + flavor + ".jar",
            library,
            Map.of("dev/lockstep/vault/VaultFlavor.java", FLAVOR.formatted(flavor)),
            "META-INF/services/dev.lockstep.stack.ComponentFlavor",
            "dev.lockstep.vault.VaultFlavor");
    Map<Path, String> jars = new LinkedHashMap<>();
    jars.put(own, ARTIFACT + " (here)");
    jars.put(library, "clash:library:2 (here)");
    return jars;
  }

  private Path jar(
      String file,
      @Nullable Path before,
      Map<String, String> sources,
      String service,
      String provider)
      throws IOException {
    Path classes = Files.createTempDirectory(folder, "classes");
    Path written = Files.createTempDirectory(folder, "sources");
    String classPath = System.getProperty("java.class.path");
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "-proc:none",
                "-cp",
                before == null ? classPath : before + ":" + classPath,
                "-d",
                classes.toString()));
    for (Map.Entry<String, String> source : sources.entrySet()) {
      Path at = written.resolve(source.getKey());
      Files.createDirectories(Objects.requireNonNull(at.getParent()));
      arguments.add(Files.writeString(at, source.getValue()).toString());
    }
    StringWriter said = new StringWriter();
    int code =
        ToolProvider.findFirst("javac")
            .orElseThrow()
            .run(new PrintWriter(said), new PrintWriter(said), arguments.toArray(String[]::new));
    if (code != 0) {
      throw new AssertionError(said.toString());
    }
    Path services = classes.resolve(service);
    Files.createDirectories(Objects.requireNonNull(services.getParent()));
    Files.writeString(services, provider + "\n");
    Path jar = folder.resolve(file);
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(out);
        Stream<Path> files = Files.walk(classes)) {
      for (Path entry : files.filter(Files::isRegularFile).toList()) {
        JarEntry header = new JarEntry(classes.relativize(entry).toString());
        header.setTime(0); // What is made twice is the same.
        entries.putNextEntry(header);
        Files.copy(entry, entries);
      }
    }
    return jar;
  }
}
