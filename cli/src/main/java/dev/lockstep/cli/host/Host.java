package dev.lockstep.cli.host;

import dev.lockstep.cli.output.DataWriter;
import dev.lockstep.home.LockstepHome;
import java.io.BufferedInputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The process around a command. Everything that a command reads or writes passes through here. */
public final class Host {
  /** The property by which the launcher names the checkout that it belongs to. */
  private static final String CHECKOUT = "lockstep.checkout";

  private final Map<String, String> environment;
  private final InputStream input;
  private final DataWriter output;
  private final Messages messages;
  private final Terminal terminal;
  private final Path workingFolder;
  private final @Nullable Path checkout;

  private Host(
      Map<String, String> environment,
      InputStream input,
      DataWriter output,
      Messages messages,
      Terminal terminal,
      Path workingFolder,
      @Nullable Path checkout) {
    this.environment = environment;
    this.input = input;
    this.output = output;
    this.messages = messages;
    this.terminal = terminal;
    this.workingFolder = workingFolder;
    this.checkout = checkout;
  }

  /** The real process. */
  public static Host ofProcess() {
    String checkout = System.getProperty(CHECKOUT);
    return new Host(
        System.getenv(),
        // Buffered, because a bare FileInputStream asks a pipe for its length, which has none.
        new BufferedInputStream(new FileInputStream(FileDescriptor.in)),
        new DataWriter(new FileOutputStream(FileDescriptor.out)),
        new Messages(new FileOutputStream(FileDescriptor.err)),
        Terminal.detect(),
        Path.of("").toAbsolutePath(),
        checkout == null ? null : Path.of(checkout));
  }

  /** A host without a terminal, whose streams are the given ones. */
  public static Host of(
      Map<String, String> environment, InputStream input, OutputStream output, OutputStream error) {
    return new Host(
        environment,
        input,
        new DataWriter(output),
        new Messages(error),
        new Terminal(false, false, false),
        Path.of("").toAbsolutePath(),
        null);
  }

  public Map<String, String> environment() {
    return environment;
  }

  /** Standard input, not decoded. */
  public InputStream input() {
    return input;
  }

  /** Standard output: data and nothing else. */
  public DataWriter output() {
    return output;
  }

  /** Standard error: all that is said to a person. */
  public Messages messages() {
    return messages;
  }

  public Terminal terminal() {
    return terminal;
  }

  public Path workingFolder() {
    return workingFolder;
  }

  /**
   * The path that a user typed.
   *
   * @param name a leading {@code ~} is the home folder, as in every shell; shells leave that of
   *     {@code --KEY=@~/FILE} alone
   * @throws java.nio.file.InvalidPathException when there can be no such path
   */
  public Path path(String name) {
    boolean inHome = name.equals("~") || name.startsWith("~/");
    Path home = inHome ? LockstepHome.userFolder(environment).orElse(null) : null;
    return workingFolder.resolve(home == null ? name : home + name.substring(1));
  }

  /** The checkout that the launcher belongs to, when there is one. */
  public Optional<Path> checkout() {
    return Optional.ofNullable(checkout);
  }
}
