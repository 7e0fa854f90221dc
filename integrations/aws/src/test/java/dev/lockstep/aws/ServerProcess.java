package dev.lockstep.aws;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A server in a process of its own. It is stopped with the test class; should that be killed, the
 * next start stops what is left of the last one.
 */
final class ServerProcess implements AutoCloseable {
  private static final Duration START = Duration.ofSeconds(60);

  private final Process process;
  private final Thread atExit;
  private final Path note;
  private final URI endpoint;

  private ServerProcess(Process process, Path note, URI endpoint) {
    this.process = process;
    this.note = note;
    this.endpoint = endpoint;
    this.atExit = new Thread(process::destroyForcibly);
    Runtime.getRuntime().addShutdownHook(atExit);
  }

  /** A port that nothing listens on. */
  static int freePort() throws IOException {
    try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return probe.getLocalPort();
    }
  }

  /**
   * Starts it, and waits until it answers.
   *
   * @param name of its log and of the note of its process, in {@code target}
   */
  static ServerProcess start(String name, int port, List<String> command) throws Exception {
    Path target = Files.createDirectories(Path.of("target"));
    Path note = target.resolve(name + ".pid");
    stopLeftOver(note);
    Path log = target.resolve(name + ".log");
    ProcessBuilder builder = new ProcessBuilder(command);
    // What our own client is to find is not for the server.
    builder.environment().keySet().removeIf(variable -> variable.startsWith("AWS_"));
    Process process = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    Files.writeString(note, Long.toString(process.pid()));
    ServerProcess server = new ServerProcess(process, note, URI.create("http://127.0.0.1:" + port));
    Instant deadline = Instant.now().plus(START);
    while (!server.answers()) {
      if (!process.isAlive() || Instant.now().isAfter(deadline)) {
        server.close();
        throw new IllegalStateException(
            name + " did not start, with " + command.get(0) + ": see " + log.toAbsolutePath());
      }
      TimeUnit.MILLISECONDS.sleep(50);
    }
    return server;
  }

  private static void stopLeftOver(Path note) throws IOException {
    if (Files.exists(note)) {
      long pid = Long.parseLong(Files.readString(note));
      // Its number may be another process's by now, but not that of an orphan.
      ProcessHandle.of(pid)
          .filter(left -> left.parent().map(parent -> parent.pid() == 1).orElse(true))
          .ifPresent(ProcessHandle::destroyForcibly);
    }
  }

  private boolean answers() {
    try {
      HttpURLConnection connection = (HttpURLConnection) endpoint.toURL().openConnection();
      connection.setConnectTimeout(1000);
      connection.setReadTimeout(5000);
      return connection.getResponseCode() > 0;
    } catch (IOException e) {
      return false;
    }
  }

  URI endpoint() {
    return endpoint;
  }

  @Override
  public void close() throws IOException {
    process.destroyForcibly();
    Files.deleteIfExists(note);
    try {
      process.waitFor();
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
