package dev.lockstep.cli.values;

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
  /** No secret may be larger, so no file that makes one need be. */
  static final int LARGEST = 1 << 20;

  /** Why a text cannot be had, as the end of a sentence that begins with what was read. */
  public static final class UnreadableException extends Exception {
    private static final long serialVersionUID = 1L;

    UnreadableException(String reason) {
      super(reason);
    }
  }

  private ValueFile() {}

  /**
   * Reads a file.
   *
   * @param name as it was typed; a leading {@code ~} is the home folder
   */
  public static String read(String name, Path workingFolder) throws UnreadableException {
    try {
      Path path = workingFolder.resolve(expand(name));
      if (Files.isDirectory(path)) {
        throw new UnreadableException("is a folder");
      }
      try (InputStream in = Files.newInputStream(path)) {
        return read(in);
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

  /** Reads a stream to its end. */
  static String read(InputStream in) throws IOException, UnreadableException {
    byte[] bytes = in.readNBytes(LARGEST + 1);
    if (bytes.length > LARGEST) {
      Arrays.fill(bytes, (byte) 0);
      throw new UnreadableException("is larger than 1 MiB, the most that a secret holds");
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new UnreadableException("is not UTF-8 text (store binary data as base64)");
    }
  }

  private static String expand(String name) {
    return name.equals("~") || name.startsWith("~/")
        ? System.getProperty("user.home", "") + name.substring(1)
        : name;
  }
}
