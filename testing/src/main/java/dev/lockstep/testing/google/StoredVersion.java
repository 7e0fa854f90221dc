package dev.lockstep.testing.google;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One version of a secret. Guarded by the lock of the state that holds it. */
final class StoredVersion {
  /** The states, with the numbers that stand for them on the wire. */
  enum State {
    ENABLED(1),
    DISABLED(2),
    DESTROYED(3);

    private final int number;

    State(int number) {
      this.number = number;
    }
  }

  private final String name;
  private final Instant created = Instant.now();
  private byte @Nullable [] payload;
  private State state = State.ENABLED;
  private @Nullable Instant destroyed;
  private @Nullable Instant scheduledDestroy;
  private int changes;

  StoredVersion(String name, byte[] payload) {
    this.name = name;
    this.payload = payload;
  }

  String name() {
    return name;
  }

  State state() {
    return state;
  }

  /** What it holds, which has to be enabled for that. */
  byte[] access() throws Refusal {
    byte[] held = payload;
    if (state != State.ENABLED || held == null) {
      throw new Refusal(
          GoogleStatus.FAILED_PRECONDITION,
          "Secret Version [" + name + "] is in " + state + " state.");
    }
    return held;
  }

  void set(State wanted, String etag) throws Refusal {
    check(etag);
    if (state == State.DESTROYED) {
      throw new Refusal(
          GoogleStatus.FAILED_PRECONDITION, "Secret Version [" + name + "] is in DESTROYED state.");
    }
    state = wanted;
    scheduledDestroy = null;
    changes++;
  }

  /** Destroys it now, or disables it until then when its secret delays destruction. */
  void destroy(String etag, boolean delayed) throws Refusal {
    set(delayed ? State.DISABLED : State.DESTROYED, etag);
    if (delayed) {
      scheduledDestroy = Instant.now().plusSeconds(24L * 3600);
    } else {
      payload = null;
      destroyed = Instant.now();
    }
  }

  private void check(String etag) throws Refusal {
    if (!etag.isEmpty() && !etag.equals(etag())) {
      throw new Refusal(
          GoogleStatus.FAILED_PRECONDITION, "The etag of [" + name + "] is another one.");
    }
  }

  private String etag() {
    return "\"v" + changes + "\"";
  }

  Map<String, Object> json(boolean enumsAsNumbers) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", name);
    json.put("createTime", created.toString());
    if (destroyed != null) {
      json.put("destroyTime", destroyed.toString());
    }
    if (scheduledDestroy != null) {
      json.put("scheduledDestroyTime", scheduledDestroy.toString());
    }
    json.put("state", enumsAsNumbers ? state.number : state.name());
    json.put("etag", etag());
    json.put("clientSpecifiedPayloadChecksum", true);
    return json;
  }
}
