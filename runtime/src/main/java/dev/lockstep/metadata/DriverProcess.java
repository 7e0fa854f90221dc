package dev.lockstep.metadata;

import java.time.Instant;
import java.util.Optional;

/**
 * The process that drives a run, so that another one can tell whether it is still alive.
 *
 * @param pid its number
 * @param started when it started, in milliseconds since 1970; 0 when the platform does not tell. A
 *     number that was given to another process since then is known by it.
 * @param host the machine's name, or empty
 */
public record DriverProcess(long pid, long started, String host) {
  /** This process, on the machine of that name. */
  public static DriverProcess current(String host) {
    ProcessHandle self = ProcessHandle.current();
    return new DriverProcess(self.pid(), started(self), host);
  }

  /** Whether the process lives; one on another machine is taken to live. */
  public boolean isAlive(String host) {
    if (!this.host.equals(host)) {
      return true;
    }
    Optional<ProcessHandle> process = ProcessHandle.of(pid);
    return process.isPresent() && (started == 0 || started(process.get()) == started);
  }

  private static long started(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
  }
}
