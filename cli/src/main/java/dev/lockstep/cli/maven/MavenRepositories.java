package dev.lockstep.cli.maven;

import dev.lockstep.cli.host.CommandException;
import eu.maveniverse.maven.mima.context.Context;
import eu.maveniverse.maven.mima.context.ContextOverrides;
import eu.maveniverse.maven.mima.runtime.standalonestatic.StandaloneStaticRuntime;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.maven.settings.Settings;
import org.eclipse.aether.ConfigurationProperties;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.graph.Exclusion;
import org.eclipse.aether.repository.AuthenticationContext;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactResult;
import org.eclipse.aether.resolution.DependencyRequest;
import org.eclipse.aether.resolution.DependencyResolutionException;
import org.eclipse.aether.util.artifact.JavaScopes;
import org.eclipse.aether.util.filter.DependencyFilterUtils;
import org.eclipse.aether.util.repository.SimpleArtifactDescriptorPolicy;

/**
 * The local repository and the remote ones that the user's Maven has: with the mirrors, proxies,
 * credentials, profiles and the offline switch of its settings. What is downloaded has to have the
 * checksum that its repository says. Repositories that POMs of dependencies name are not asked.
 */
public final class MavenRepositories implements AutoCloseable {
  private static final String ANY = "*";

  /**
   * After a repository that is busy was asked in vain, it is asked again in so much time, and then
   * twice more after longer times: six seconds in all, for somebody who waits at a terminal.
   */
  private static final String RETRY_INTERVAL = ConfigurationProperties.HTTP_RETRY_HANDLER_INTERVAL;

  private static final long RETRY_INTERVAL_MILLIS = 1_000;

  private final Context context;

  private MavenRepositories(Context context) {
    this.context = context;
  }

  /**
   * Reads the settings; asks no repository yet.
   *
   * @param environment the process's variables, to which the settings may refer
   * @param downloading called once, before anything is downloaded
   * @throws CommandException when a settings file cannot be read, naming the line and nothing of
   *     what it says
   */
  public static MavenRepositories open(
      MavenFiles files, Map<String, String> environment, Runnable downloading) {
    Map<String, String> properties = properties(files, environment);
    Settings settings = MavenSettings.read(files, properties);
    ContextOverrides.Builder overrides =
        ContextOverrides.create()
            .withUserSettings(true)
            .withMavenUserHomeOverride(files.userFolder())
            .withEffectiveSettings(settings)
            .offline(settings.isOffline())
            .systemProperties(properties)
            .transferListener(new FirstDownload(downloading))
            .ignoreArtifactDescriptorRepositories(true)
            .artifactDescriptorPolicy(new SimpleArtifactDescriptorPolicy(false, false))
            .checksumPolicy(ContextOverrides.ChecksumPolicy.FAIL)
            .configProperties(Map.of(RETRY_INTERVAL, RETRY_INTERVAL_MILLIS));
    if (settings.getLocalRepository() != null) {
      overrides.withLocalRepositoryOverride(Path.of(settings.getLocalRepository()));
    }
    try {
      return new MavenRepositories(new StandaloneStaticRuntime().create(overrides.build()));
    } catch (RuntimeException e) {
      throw CommandException.backEnd(
          "Maven's settings ("
              + files.userSettings()
              + ") cannot be used: "
              + e.getClass().getName()
              + ".\n  Fix: look whether 'mvn help:effective-settings' can use them.");
    }
  }

  /** What settings can refer to, and what profiles can be activated by. */
  private static Map<String, String> properties(MavenFiles files, Map<String, String> environment) {
    Map<String, String> properties = new HashMap<>();
    for (String name : System.getProperties().stringPropertyNames()) {
      properties.put(name, System.getProperty(name, ""));
    }
    properties.put("user.home", String.valueOf(files.userFolder().getParent()));
    for (Map.Entry<String, String> variable : environment.entrySet()) {
      properties.put("env." + variable.getKey(), variable.getValue());
    }
    return properties;
  }

  /**
   * An artifact and what it needs at run time, the artifact itself first.
   *
   * @param coordinates {@code group:artifact:version}
   * @param without artifacts that are left out with all that they alone need, as {@code
   *     group:artifact}
   * @throws ResolutionException when one of them cannot be had
   */
  public List<ResolvedJar> resolve(String coordinates, Set<String> without)
      throws ResolutionException {
    List<Exclusion> exclusions = new ArrayList<>();
    for (String left : without) {
      int colon = left.indexOf(':');
      exclusions.add(new Exclusion(left.substring(0, colon), left.substring(colon + 1), ANY, ANY));
    }
    Dependency root =
        new Dependency(new DefaultArtifact(coordinates), JavaScopes.RUNTIME, false, exclusions);
    DependencyRequest request =
        new DependencyRequest(
            new CollectRequest(root, context.remoteRepositories()),
            DependencyFilterUtils.classpathFilter(JavaScopes.RUNTIME));
    List<ResolvedJar> jars = new ArrayList<>();
    try {
      for (ArtifactResult result :
          context
              .repositorySystem()
              .resolveDependencies(context.repositorySystemSession(), request)
              .getArtifactResults()) {
        Artifact artifact = result.getArtifact();
        if (artifact.getExtension().equals("jar")) {
          jars.add(jar(artifact, result));
        }
      }
    } catch (DependencyResolutionException e) {
      throw ResolutionFailure.of(
          coordinates, e, context.remoteRepositories(), localRepository(), undecrypted());
    } catch (RuntimeException e) {
      throw ResolutionFailure.unexpected(coordinates, e, localRepository());
    }
    return jars;
  }

  private static ResolvedJar jar(Artifact artifact, ArtifactResult result) {
    String classifier = artifact.getClassifier().isEmpty() ? "" : ":" + artifact.getClassifier();
    return new ResolvedJar(
        artifact.getGroupId()
            + ":"
            + artifact.getArtifactId()
            + classifier
            + ":"
            + artifact.getVersion(),
        artifact.getFile().toPath(),
        result.getRepository() instanceof RemoteRepository remote ? remote.getId() : "local");
  }

  /** The repositories whose password is still what Maven makes of one that it encrypts. */
  private Set<String> undecrypted() {
    Set<String> undecrypted = new HashSet<>();
    for (RemoteRepository repository : context.remoteRepositories()) {
      try (AuthenticationContext credentials =
          AuthenticationContext.forRepository(context.repositorySystemSession(), repository)) {
        String password =
            credentials == null ? null : credentials.get(AuthenticationContext.PASSWORD);
        if (password != null && password.startsWith("{") && password.endsWith("}")) {
          undecrypted.add(repository.getId());
        }
      }
    }
    return undecrypted;
  }

  private Path localRepository() {
    return context.repositorySystemSession().getLocalRepository().getBasedir().toPath();
  }

  @Override
  public void close() {
    context.close();
  }
}
