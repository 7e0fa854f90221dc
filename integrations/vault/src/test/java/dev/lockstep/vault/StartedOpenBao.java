package dev.lockstep.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** A development server of OpenBao, in a process of its own. */
final class StartedOpenBao implements VaultUnderTest {
  private static final long PATIENCE_SECONDS = 30;

  private final Process process;
  private final int port;
  private final String rootToken = UUID.randomUUID().toString();

  StartedOpenBao(Path folder) throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    Path log = folder.resolve("openbao.log");
    ProcessBuilder builder =
        new ProcessBuilder(
                program().toString(),
                "server",
                "-dev",
                "-dev-no-store-token",
                "-dev-root-token-id=" + rootToken,
                "-dev-listen-address=127.0.0.1:" + port)
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().put("HOME", folder.toString());
    process = builder.start();
    Waiting.until(this::isReady);
  }

  /** Where it is installed: no build of ours brings it. */
  private static Path program() {
    String given = System.getenv("LOCKSTEP_OPENBAO");
    if (given != null) {
      assertThat(Path.of(given)).as("LOCKSTEP_OPENBAO").isExecutable();
      return Path.of(given);
    }
    for (String folder : System.getenv("PATH").split(File.pathSeparator, -1)) {
      Path program = Path.of(folder, "bao");
      if (Files.isExecutable(program)) {
        return program;
      }
    }
    throw new AssertionError(
        "The profile openbao needs OpenBao's program. Fix: install it as 'bao' on the PATH, or set"
            + " LOCKSTEP_OPENBAO to its path.");
  }

  private boolean isReady() {
    assertThat(process.isAlive()).as("OpenBao runs").isTrue();
    try {
      return admin().get("secret/config").status() == 200;
    } catch (IllegalStateException e) {
      return false; // Nothing listens yet.
    }
  }

  @Override
  public URI address() {
    return URI.create("http://127.0.0.1:" + port);
  }

  @Override
  public String rootToken() {
    return rootToken;
  }

  @Override
  public Clock clock() {
    return Clock.systemUTC();
  }

  /** When a token has ended that lasts as long. */
  @Override
  public void pass(Duration time) {
    String probe =
        admin()
            .make(
                "auth/token/create",
                Map.of("policies", List.of("default"), "explicit_max_ttl", time.toSeconds() + "s"))
            .auth()
            .string("client_token");
    Waiting.until(() -> admin().as(probe).get("auth/token/lookup-self").status() == 403);
  }

  @Override
  public void close() {
    process.destroyForcibly();
    try {
      assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
