package dev.lockstep.testing.conformance;

import java.time.Duration;
import java.util.Map;

/** What a {@link FaultProxy} does to a request. */
public sealed interface Fault {
  /** Answers in the server's place, which never sees the request. */
  record Answer(int status, Map<String, String> headers, String body) implements Fault {
    public Answer {
      headers = Map.copyOf(headers);
    }
  }

  /** Closes the connection; the server never sees the request. */
  record Cut() implements Fault {}

  /** Hands the request to the server, waits for its answer, and closes the connection. */
  record LostAnswer() implements Fault {}

  /** Passes on the first half of the answer's body and closes the connection. */
  record Truncated() implements Fault {}

  /** Changes a byte in the middle of the answer's body. */
  record Damaged() implements Fault {}

  /** Passes the answer on a byte at a time, with a pause before each. */
  record Drip(Duration pause) implements Fault {}

  /** Waits before it hands the request to the server. */
  record Delay(Duration time) implements Fault {}

  /** Answers in the server's place with a JSON body. */
  static Fault answer(int status, String body) {
    return new Answer(status, Map.of("Content-Type", "application/json"), body);
  }
}
