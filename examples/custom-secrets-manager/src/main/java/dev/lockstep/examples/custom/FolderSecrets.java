package dev.lockstep.examples.custom;

import dev.lockstep.Flavor;
import dev.lockstep.Param;
import dev.lockstep.home.GuardedFile;
import dev.lockstep.home.HomeException;
import dev.lockstep.secret.Secret;
import dev.lockstep.secret.SecretExistsException;
import dev.lockstep.secret.SecretLimits;
import dev.lockstep.secret.SecretNames;
import dev.lockstep.secret.SecretNotFoundException;
import dev.lockstep.secret.SecretScope;
import dev.lockstep.secret.SecretsManager;
import dev.lockstep.secret.SecretsUnreachableException;
import dev.lockstep.stack.ComponentContext;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Secrets in a folder, a file for each: for a team that shares an encrypted volume. Readable by
 * their owner only; nothing here encrypts them.
 */
@Flavor(value = "folder", description = "Secrets in a folder, such as an encrypted volume.")
public final class FolderSecrets implements SecretsManager {
  /** The attributes of a component. */
  record Config(
      @Param(description = "where the secrets are") Path folder,
      @Param(value = "", description = "sees only the secrets that are stored as PREFIX/NAME")
          String prefix) {
    Config {
      // Refuses a prefix that cannot be, before anything is stored.
      prefix = SecretScope.of(prefix).prefix();
    }
  }

  private final Path folder;
  private final SecretScope scope;
  private final String manager;

  FolderSecrets(Config config, ComponentContext context) {
    this.folder = config.folder();
    this.scope = new SecretScope(config.prefix());
    this.manager = context.component();
  }

  @Override
  public void register(Secret secret) {
    SecretLimits.check(secret);
    byte[] content = SecretFile.write(secret);
    change(
        secret.name(),
        stored -> {
          if (stored.isPresent()) {
            throw new SecretExistsException(secret.name(), manager);
          }
          return content;
        });
  }

  @Override
  public Secret get(String name) {
    return find(name).orElseThrow(() -> new SecretNotFoundException(name, manager));
  }

  @Override
  public Map<String, Secret> getAll(Collection<String> names) {
    names.forEach(SecretNames::check);
    Map<String, Secret> found = new LinkedHashMap<>();
    for (String name : names) {
      find(name).ifPresent(secret -> found.put(name, secret));
    }
    return Collections.unmodifiableMap(found);
  }

  @Override
  public List<String> list() {
    List<String> names = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
        for (Path file : files) {
          FileNames.secret(String.valueOf(file.getFileName()))
              .flatMap(scope::name)
              .ifPresent(names::add);
        }
      } catch (IOException e) {
        throw unreachable("cannot list the folder", e);
      }
    }
    Collections.sort(names);
    return Collections.unmodifiableList(names);
  }

  @Override
  public void update(Secret secret) {
    SecretLimits.check(secret);
    byte[] content = SecretFile.write(secret);
    change(
        secret.name(),
        stored -> {
          if (stored.isEmpty()) {
            throw new SecretNotFoundException(secret.name(), manager);
          }
          return content;
        });
  }

  @Override
  public void delete(String name) {
    Path file = file(name);
    try {
      if (!Files.deleteIfExists(file)) {
        throw new SecretNotFoundException(name, manager);
      }
    } catch (IOException e) {
      throw unreachable("cannot delete " + file, e);
    }
  }

  @Override
  public void deleteAll(boolean force) {
    for (String name : list()) {
      try {
        delete(name);
      } catch (SecretNotFoundException e) {
        // Somebody else has just deleted it, which is what was asked for.
      }
    }
  }

  private Optional<Secret> find(String name) {
    GuardedFile file = new GuardedFile(file(name));
    return reached(file::read).map(content -> SecretFile.read(name, content));
  }

  private interface Change {
    byte[] from(Optional<byte[]> stored);
  }

  /** Replaces a file, unless the change throws, while nobody else changes it. */
  private void change(String name, Change change) {
    GuardedFile file = new GuardedFile(file(name));
    boolean unused =
        reached(() -> file.update(stored -> GuardedFile.Change.replace(change.from(stored), true)));
  }

  private Path file(String name) {
    return folder.resolve(FileNames.file(scope.full(SecretNames.check(name))));
  }

  /** A disk that fails is a back end that cannot be reached. */
  private <T> T reached(Supplier<T> access) {
    try {
      return access.get();
    } catch (HomeException e) {
      throw new SecretsUnreachableException(
          "Secrets manager '" + manager + "': " + e.getMessage(), e);
    }
  }

  private SecretsUnreachableException unreachable(String problem, IOException e) {
    return new SecretsUnreachableException(
        "Secrets manager '"
            + manager
            + "' "
            + problem
            + " ("
            + e.getClass().getSimpleName()
            + "). Fix: check the folder "
            + folder
            + " and its permissions.",
        e);
  }
}
