package dev.lockstep.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The name of this machine, without asking the network for it. */
public final class HostName {
  private static final Path LINUX = Path.of("/proc/sys/kernel/hostname");

  private HostName() {}

  /** The name as the kernel or the environment tells it, else an empty text. */
  public static String of(Map<String, String> environment) {
    try {
      return Files.readString(LINUX).strip();
    } catch (IOException e) {
      String name = environment.getOrDefault("HOSTNAME", "");
      return name.isEmpty() ? environment.getOrDefault("COMPUTERNAME", "") : name;
    }
  }
}
