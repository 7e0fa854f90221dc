package dev.lockstep.sqlite;

import dev.lockstep.secret.SecretAccessDeniedException;
import dev.lockstep.secret.SecretsManagerException;
import dev.lockstep.secret.SecretsUnreachableException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * What SQLite says, in our words. Its own text may hold what was stored, so only its code is shown,
 * and its exception is no cause of ours.
 */
final class SqliteFailures {
  /** What is left of a code without its details. */
  private static final int PRIMARY = 0xFF;

  private final Path path;
  private final String component;

  SqliteFailures(Path path, String component) {
    this.path = path;
    this.component = component;
  }

  /** The type by which callers of a secrets manager tell a failure. */
  SecretsManagerException typed(SQLException failure) {
    if (!(failure instanceof SQLiteException sqlite)) {
      // The driver: its library is one of the operating system, which it unpacks and loads.
      return new SecretsUnreachableException(
          start()
              + " cannot be opened: SQLite cannot be loaded into this JVM. Nothing was changed. Fix:"
              + " let temporary files be executed, or name a folder where they can be: java"
              + " -Dorg.sqlite.tmpdir=FOLDER");
    }
    String code = sqlite.getResultCode().name();
    if (sqlite.getResultCode() == SQLiteErrorCode.SQLITE_IOERR_SHORT_READ) {
      return damaged("is damaged: its end is missing (" + code + ")");
    }
    return switch (sqlite.getResultCode().code & PRIMARY) {
      case 5, 6 -> // BUSY, LOCKED
          new SecretsUnreachableException(
              "Another process has kept the store "
                  + path
                  + " of the secrets manager '"
                  + component
                  + "' locked for 30 seconds. Nothing was changed. Fix: end the process that has it"
                  + " open, and repeat.");
      case 11, 26 -> damaged("is damaged or no database (" + code + ")"); // CORRUPT, NOTADB
      case 3, 8, 23 -> // PERM, READONLY, AUTH
          new SecretAccessDeniedException(
              start()
                  + " cannot be written by your user ("
                  + code
                  + "). Nothing was changed. Fix: give your user write access to it and to its"
                  + " folder.");
      case 13 -> // FULL
          new SecretsUnreachableException(
              start()
                  + " does not fit on its disk any more. Nothing was changed. Fix: free space there,"
                  + " and repeat.");
      case 14 -> cannotOpen(code); // CANTOPEN
      default ->
          new SecretsUnreachableException(
              start()
                  + " cannot be used ("
                  + code
                  + "). Nothing was changed. Fix: look up this code of SQLite, mend the disk or the"
                  + " file, and repeat.");
    };
  }

  private SecretsManagerException cannotOpen(String code) {
    if (Files.isDirectory(path)) {
      return new SecretsUnreachableException(
          start() + " is a folder. Nothing was changed. Fix: move the folder away.");
    }
    if (Files.exists(path) && !Files.isReadable(path)) {
      return new SecretAccessDeniedException(
          start()
              + " cannot be read by your user ("
              + code
              + "). Nothing was changed. Fix: give your user access to it.");
    }
    return new SecretsUnreachableException(
        start()
            + " cannot be opened ("
            + code
            + "). Nothing was changed. Fix: give your user access to its folder, and repeat.");
  }

  /** A file of another version of ours. */
  SecretsUnreachableException format(int found, int known) {
    return new SecretsUnreachableException(
        start()
            + " has the format "
            + found
            + ", and this version of Lockstep reads format "
            + known
            + " only. Nothing was changed. Fix: use the version of lockstep that wrote it, or name"
            + " another file: lockstep secrets-manager update "
            + component
            + " --path=FILE");
  }

  /** A file that is not what it should be. */
  SecretsUnreachableException damaged(String problem) {
    return new SecretsUnreachableException(
        start()
            + " "
            + problem
            + ". Nothing was changed. Fix: restore the file from a backup, or name another one:"
            + " lockstep secrets-manager update "
            + component
            + " --path=FILE");
  }

  private String start() {
    return "The store " + path + " of the secrets manager '" + component + "'";
  }
}
