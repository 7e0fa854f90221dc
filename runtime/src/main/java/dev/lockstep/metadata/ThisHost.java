package dev.lockstep.metadata;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The name of this machine, without asking the network for it. */
public final class ThisHost {
  private static final Path LINUX = Path.of("/proc/sys/kernel/hostname");

  private ThisHost() {}

  /** The name as the kernel or the environment tells it, else an empty text. */
  public static String name() {
    try {
      return Files.readString(LINUX).strip();
    } catch (IOException e) {
      String name = System.getenv("HOSTNAME");
      String windows = System.getenv("COMPUTERNAME");
      return name != null ? name : windows != null ? windows : "";
    }
  }
}
