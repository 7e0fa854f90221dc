package dev.lockstep.secret.local;

import dev.lockstep.home.GuardedFile;
import dev.lockstep.home.GuardedFile.Change;
import dev.lockstep.home.HomeException;
import dev.lockstep.home.OwnerOnly;
import dev.lockstep.secret.SecretAccessDeniedException;
import dev.lockstep.secret.SecretsManagerException;
import dev.lockstep.secret.SecretsUnreachableException;
import dev.lockstep.secret.encryption.DiskFailure;
import dev.lockstep.secret.encryption.StoreHeader;
import dev.lockstep.yaml.Yaml;
import dev.lockstep.yaml.YamlFormatException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The file of a store. Gives every failure the type by which callers of a secrets manager tell. */
final class StoreFile {
  /** As often may the key change while one reader reads. */
  private static final int ATTEMPTS = 10;

  private final String component;
  private final GuardedFile file;
  private final boolean encrypted;

  StoreFile(String component, Path path, boolean encrypted) {
    this.component = component;
    this.file = new GuardedFile(path);
    this.encrypted = encrypted;
  }

  /** What is done with a store. */
  interface Reading<R> {
    /** The store is null when there is no file. */
    R of(@Nullable StoreText store);
  }

  /** What is made of a store. */
  interface Writing {
    /**
     * The text of the new store, or null to leave it as it is.
     *
     * @param store null when there is no file
     */
    @Nullable String of(@Nullable StoreText store);
  }

  /**
   * Reads the store. Where its key lies is read after it, and the store may have got another key in
   * between: what was denied then is tried once more.
   */
  <R> R read(Reading<R> reading) {
    try {
      Optional<byte[]> content = file.read();
      for (int attempt = 1; ; attempt++) {
        try {
          return reading.of(store(content));
        } catch (SecretAccessDeniedException e) {
          Optional<byte[]> now = file.read();
          if (attempt == ATTEMPTS || header(now).equals(header(content))) {
            throw e;
          }
          content = now;
        }
      }
    } catch (YamlFormatException | HomeException e) {
      throw translated(e);
    }
  }

  private static Optional<StoreHeader> header(Optional<byte[]> content) {
    return content.isEmpty()
        ? Optional.empty()
        : Optional.of(StoreText.read(Yaml.text(content.get())).header());
  }

  /** Replaces the store while nobody else does. */
  void change(Writing writing) {
    try {
      file.update(
          content -> {
            String text = writing.of(store(content));
            return text == null
                ? Change.keep(true)
                : Change.replace(text.getBytes(StandardCharsets.UTF_8), true);
          });
    } catch (YamlFormatException | HomeException e) {
      throw translated(e);
    }
  }

  private @Nullable StoreText store(Optional<byte[]> content) {
    if (content.isEmpty()) {
      return null;
    }
    StoreText store = StoreText.read(Yaml.text(content.get()));
    String expected = encrypted ? StoreHeader.AES_256_GCM : StoreHeader.NONE;
    String found = store.header().encryption();
    if (store.size() > 0 && !found.equals(expected)) {
      throw new SecretAccessDeniedException(
          "The store "
              + file.path()
              + " was written with encryption="
              + found
              + ", and the secrets manager '"
              + component
              + "' is configured with encryption="
              + expected
              + ". Nothing was changed. Fix: lockstep secrets-manager update "
              + component
              + " --encryption="
              + found
              + ", or copy the secrets to a new secrets manager.");
    }
    if (!encrypted && store.size() > 0) {
      // Whoever can read this file has the values, as with the key file of an encrypted store.
      OwnerOnly.check(file.path());
    }
    return store;
  }

  private SecretsManagerException translated(RuntimeException e) {
    if (e instanceof HomeException failure) {
      return DiskFailure.typed(failure);
    }
    return new SecretsUnreachableException(
        "The store "
            + file.path()
            + " of the secrets manager '"
            + component
            + "' is damaged: "
            + e.getMessage()
            + ". Nothing was changed. Fix: correct that line, restore the file from a backup, or use"
            + " the version of lockstep that wrote it.",
        e);
  }
}
