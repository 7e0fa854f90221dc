package dev.lockstep.stack;

import dev.lockstep.home.GuardedFile;
import dev.lockstep.home.HomeException;
import dev.lockstep.home.LockstepHome;
import dev.lockstep.yaml.Yaml;
import dev.lockstep.yaml.YamlFormatException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The file {@code config.yaml} of a home. */
public final class ConfigurationFile {
  private final GuardedFile file;

  /** Names the file; touches nothing. */
  public ConfigurationFile(LockstepHome home) {
    this.file = new GuardedFile(home.configFile());
  }

  /**
   * What is configured; the built-in configuration when there is no file.
   *
   * @throws StackException naming file and line when the file is damaged or from a newer version
   * @throws HomeException when it cannot be read
   */
  public Configuration load() {
    return read(file.read());
  }

  /**
   * Replaces what is configured by what the function makes of it, while nobody else does. Writes
   * nothing when that is the same or when the function throws.
   *
   * @return what is configured now
   */
  public Configuration update(UnaryOperator<Configuration> change) {
    return file.update(
        content -> {
          Configuration old = read(content);
          Configuration changed = change.apply(old);
          return changed == old
              ? GuardedFile.Change.keep(old)
              : GuardedFile.Change.replace(
                  ConfigurationFormat.write(changed).getBytes(StandardCharsets.UTF_8), changed);
        });
  }

  private Configuration read(Optional<byte[]> content) {
    if (content.isEmpty()) {
      return Configuration.builtIn();
    }
    try {
      return ConfigurationFormat.read(Yaml.text(content.get()));
    } catch (YamlFormatException e) {
      throw malformed(file.path(), e);
    }
  }

  static StackException malformed(Path file, YamlFormatException e) {
    return new StackException(
        StackException.Reason.MALFORMED,
        file
            + ", "
            + e.getMessage()
            + ". Nothing was changed. Fix: correct that line, restore the file from a backup, or use"
            + " the version of lockstep that wrote it.",
        e);
  }
}
