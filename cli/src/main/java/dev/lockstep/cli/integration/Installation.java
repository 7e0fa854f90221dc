package dev.lockstep.cli.integration;

import dev.lockstep.cli.host.Host;
import dev.lockstep.cli.maven.MavenFiles;
import dev.lockstep.cli.maven.MavenRepositories;
import dev.lockstep.cli.maven.ResolutionException;
import dev.lockstep.cli.maven.ResolvedJar;
import dev.lockstep.cli.output.ShellText;
import dev.lockstep.cli.project.Versions;
import dev.lockstep.home.HomeException;
import dev.lockstep.run.console.ExitCode;
import dev.lockstep.stack.InstalledIntegration;
import dev.lockstep.stack.Integration;
import dev.lockstep.stack.IntegrationRegistry;
import dev.lockstep.stack.StackException;
import dev.lockstep.stack.StagedJars;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** Gets integrations from Maven repositories into the home; one that fails keeps no other back. */
final class Installation {
  /** What every integration shares with the runtime, and must not bring. */
  private static final Set<String> SHARED =
      Set.of(
          "dev.lockstep:lockstep-runtime",
          "dev.lockstep:lockstep-annotations",
          "org.slf4j:slf4j-api",
          "org.jspecify:jspecify");

  private final Host host;
  private final IntegrationRegistry registry;

  Installation(Host host, IntegrationRegistry registry) {
    this.host = host;
    this.registry = registry;
  }

  /**
   * Installs them, and says of each what happened.
   *
   * @return the exit code
   */
  int install(List<Integration> integrations, MavenFiles files) {
    int code = ExitCode.SUCCESS;
    try (MavenRepositories repositories =
        MavenRepositories.open(files, host.environment(), this::downloading)) {
      for (Integration integration : integrations) {
        String problem = install(integration, repositories, files);
        if (problem != null) {
          host.messages()
              .error("The integration '" + integration.name() + "' was not installed: " + problem);
          code = ExitCode.BACK_END;
        }
      }
    }
    return code;
  }

  /** Else nothing would be seen for a minute by whoever sits there. */
  private void downloading() {
    if (host.terminal().error()) {
      host.messages().say("Downloading what is not in the local Maven repository ...");
    }
  }

  private @Nullable String install(
      Integration integration, MavenRepositories repositories, MavenFiles files) {
    String artifact = integration.artifact() + ":" + Versions.LOCKSTEP;
    try {
      List<ResolvedJar> resolved = repositories.resolve(artifact, SHARED);
      Map<Path, String> jars = new LinkedHashMap<>();
      for (ResolvedJar jar : resolved) {
        String damage = damage(jar);
        if (damage != null) {
          return damage;
        }
        jars.put(jar.file(), jar.coordinates() + " (" + jar.repository() + ")");
      }
      try (StagedJars staged = registry.stage(integration, jars)) {
        say(integration, registry.install(integration, artifact, staged));
      }
      return null;
    } catch (ResolutionException e) {
      return e.missing()
          ? e.getMessage() + "\n  Fix: " + whereFrom(integration, files)
          : e.getMessage();
    } catch (HomeException | StackException e) {
      return e.getMessage();
    }
  }

  /** What was cut off before checksums were checked lies in local repositories for years. */
  private static @Nullable String damage(ResolvedJar jar) {
    try {
      new ZipFile(jar.file().toFile()).close();
      return null;
    } catch (IOException e) {
      return jar.coordinates()
          + " is damaged in the local repository.\n  Fix: rm "
          + ShellText.word(jar.file().toString())
          + " and repeat.";
    }
  }

  /** An unreleased version is in no repository until somebody builds it. */
  private String whereFrom(Integration integration, MavenFiles files) {
    Path checkout = host.checkout().orElse(null);
    return checkout == null
        ? "name the repository that has it in Maven's settings."
        : "mvn -f "
            + ShellText.word(checkout.resolve("pom.xml").toString())
            + (files.isUsual() ? "" : " -s " + ShellText.word(files.userSettings().toString()))
            + " -Pquick -DskipTests -pl integrations/"
            + integration.name()
            + " -am install";
  }

  private void say(Integration integration, InstalledIntegration installed) {
    StringBuilder text =
        new StringBuilder("Installed the integration '")
            .append(integration.name())
            .append("', version ")
            .append(installed.version())
            .append(" (")
            .append(installed.jars().size())
            .append(installed.jars().size() == 1 ? " jar, " : " jars, ")
            .append(DataSize.of(installed.size()))
            .append("). Use it:");
    String separator = " ";
    for (Integration.Brought brought : integration.flavors()) {
      text.append(separator)
          .append("lockstep ")
          .append(brought.type().label())
          .append(" register NAME -f ")
          .append(brought.name());
      separator = ", or ";
    }
    host.messages().say(text.toString());
  }
}
