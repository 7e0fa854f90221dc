package dev.lockstep.cli.values;

import dev.lockstep.cli.host.Host;
import dev.lockstep.secret.SecretLimits;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;

/** Reads text that a user named on the command line: small, and UTF-8. */
public final class ValueFile {
  /** Many secrets in one file; more would be a mistake, and fill the memory. */
  private static final int LARGEST_EXPORT = 64 << 20;

  /** Why a text cannot be had, as the end of a sentence that begins with what was read. */
  public static final class UnreadableException extends Exception {
    private static final long serialVersionUID = 1L;

    UnreadableException(String reason) {
      super(reason);
    }
  }

  private ValueFile() {}

  /**
   * Reads a file that holds one secret, or a value of one.
   *
   * @param name as it was typed; a leading {@code ~} is the home folder
   */
  public static String read(String name, Host host) throws UnreadableException {
    return read(name, host, SecretLimits.LARGEST, "1 MiB, the most that a secret holds");
  }

  /**
   * Reads a file that may hold many secrets, or standard input.
   *
   * @param name as it was typed; a leading {@code ~} is the home folder, {@code -} standard input
   */
  public static String readMany(String name, Host host) throws UnreadableException {
    String most = "64 MiB, the most that is read at once";
    if (!name.equals("-")) {
      return read(name, host, LARGEST_EXPORT, most);
    }
    try {
      return read(host.input(), LARGEST_EXPORT, most);
    } catch (IOException e) {
      throw new UnreadableException("cannot be read");
    }
  }

  /** Reads a stream that holds one secret to its end. */
  static String read(InputStream in) throws IOException, UnreadableException {
    return read(in, SecretLimits.LARGEST, "1 MiB, the most that a secret holds");
  }

  private static String read(String name, Host host, int largest, String most)
      throws UnreadableException {
    try {
      Path path = host.path(name);
      if (Files.isDirectory(path)) {
        throw new UnreadableException("is a folder");
      }
      try (InputStream in = Files.newInputStream(path)) {
        return read(in, largest, most);
      }
    } catch (NoSuchFileException e) {
      throw new UnreadableException("does not exist");
    } catch (AccessDeniedException e) {
      throw new UnreadableException("may not be read by you");
    } catch (InvalidPathException e) {
      throw new UnreadableException("has no valid name");
    } catch (IOException e) {
      throw new UnreadableException("cannot be read");
    }
  }

  private static String read(InputStream in, int largest, String most)
      throws IOException, UnreadableException {
    byte[] bytes = in.readNBytes(largest + 1);
    if (bytes.length > largest) {
      Arrays.fill(bytes, (byte) 0);
      throw new UnreadableException("is larger than " + most);
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new UnreadableException("is not UTF-8 text (store binary data as base64)");
    }
  }
}
