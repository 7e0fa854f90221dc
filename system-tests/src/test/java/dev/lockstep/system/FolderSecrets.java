package dev.lockstep.system;

import dev.lockstep.Flavor;
import dev.lockstep.Param;
import dev.lockstep.secret.Secret;
import dev.lockstep.secret.SecretNotFoundException;
import dev.lockstep.secret.SecretValue;
import dev.lockstep.secret.SecretsManager;
import dev.lockstep.secret.SecretsUnreachableException;
import dev.lockstep.secret.UnsupportedSecretOperationException;
import dev.lockstep.stack.ComponentContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Secrets that somebody mounts: a folder for each, a file for each key. */
@Flavor(value = "folder", description = "Secrets in files, as clusters mount them; read-only.")
public final class FolderSecrets implements SecretsManager {
  record Config(
      @Param(description = "where the secrets are") Path folder,
      @Param(value = ".txt", description = "how the names of files end") String ending,
      @Param(description = "what the file 'pin' has to hold") SecretValue pin) {
    Config {
      if (ending.contains("/")) {
        throw new IllegalArgumentException("'" + ending + "' is no ending, " + pin.reveal());
      }
    }
  }

  private final Config config;
  private final String name;

  FolderSecrets(Config config, ComponentContext context) {
    this.config = config;
    this.name = context.component();
  }

  @Override
  public Secret get(String secret) {
    Path folder = config.folder().resolve(secret);
    if (!Files.isDirectory(folder)) {
      throw new SecretNotFoundException(secret, name);
    }
    try (Stream<Path> files = Files.list(folder)) {
      if (!Files.readString(config.folder().resolve("pin")).equals(config.pin().reveal())) {
        throw new IllegalStateException("the pin is not " + config.pin().reveal());
      }
      Map<String, SecretValue> values = new LinkedHashMap<>();
      for (Path file : files.sorted().toList()) {
        String key = file.toFile().getName();
        values.put(
            key.substring(0, key.length() - config.ending().length()),
            SecretValue.of(Files.readString(file)));
      }
      return Secret.of(secret, Secret.ARBITRARY, values);
    } catch (IOException e) {
      throw new SecretsUnreachableException("The folder of '" + name + "' cannot be read.", e);
    }
  }

  @Override
  public Map<String, Secret> getAll(Collection<String> names) {
    Map<String, Secret> secrets = new LinkedHashMap<>();
    for (String secret : names) {
      if (Files.isDirectory(config.folder().resolve(secret))) {
        secrets.put(secret, get(secret));
      }
    }
    return secrets;
  }

  @Override
  public List<String> list() {
    try (Stream<Path> folders = Files.list(config.folder())) {
      return folders
          .filter(Files::isDirectory)
          .map(path -> path.toFile().getName())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new SecretsUnreachableException("The folder of '" + name + "' cannot be read.", e);
    }
  }

  @Override
  public void register(Secret secret) {
    throw readOnly();
  }

  @Override
  public void update(Secret secret) {
    throw readOnly();
  }

  @Override
  public void delete(String secret) {
    throw readOnly();
  }

  @Override
  public void deleteAll(boolean force) {
    throw readOnly();
  }

  private UnsupportedSecretOperationException readOnly() {
    return new UnsupportedSecretOperationException("'" + name + "' is read-only.");
  }
}
