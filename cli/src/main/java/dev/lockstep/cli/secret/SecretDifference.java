package dev.lockstep.cli.secret;

import dev.lockstep.cli.output.Table;
import dev.lockstep.secret.Secret;
import dev.lockstep.secret.SecretValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What is different between a secret here and the one of that name there. Holds no value.
 *
 * @param here its type here, or null when it is not here
 * @param there its type there, or null when it is not there
 * @param keys how each key is, sorted by name
 */
record SecretDifference(
    String name, @Nullable String here, @Nullable String there, Map<String, State> keys) {
  enum State {
    SAME("same"),
    DIFFERENT("different"),
    ONLY_HERE("only_here"),
    ONLY_THERE("only_there");

    private final String label;

    State(String label) {
      this.label = label;
    }
  }

  static SecretDifference of(String name, @Nullable Secret here, @Nullable Secret there) {
    Map<String, SecretValue> ours = here == null ? Map.of() : here.values();
    Map<String, SecretValue> theirs = there == null ? Map.of() : there.values();
    TreeSet<String> all = new TreeSet<>(ours.keySet());
    all.addAll(theirs.keySet());
    Map<String, State> keys = new LinkedHashMap<>();
    for (String key : all) {
      SecretValue our = ours.get(key);
      SecretValue their = theirs.get(key);
      State state =
          our == null
              ? State.ONLY_THERE
              : their == null ? State.ONLY_HERE : our.equals(their) ? State.SAME : State.DIFFERENT;
      keys.put(key, state);
    }
    return new SecretDifference(
        name, here == null ? null : here.type(), there == null ? null : there.type(), keys);
  }

  /** Whether nothing is different. */
  boolean same() {
    return state() == State.SAME;
  }

  private State state() {
    if (here == null) {
      return State.ONLY_THERE;
    }
    if (there == null) {
      return State.ONLY_HERE;
    }
    for (State state : keys.values()) {
      if (state != State.SAME) {
        return State.DIFFERENT;
      }
    }
    return here.equals(there) ? State.SAME : State.DIFFERENT;
  }

  /** A row for what is the same or missing as a whole, else a row per key. */
  void add(Table table, String nameHere, String nameThere) {
    if (here == null || there == null || same()) {
      table.row(name, "", shown(state(), nameHere, nameThere));
      return;
    }
    if (!here.equals(there)) {
      table.row(
          name,
          "",
          "type " + here + " in '" + nameHere + "', " + there + " in '" + nameThere + "'");
    }
    for (Map.Entry<String, State> key : keys.entrySet()) {
      table.row(name, key.getKey(), shown(key.getValue(), nameHere, nameThere));
    }
  }

  private static String shown(State state, String nameHere, String nameThere) {
    return switch (state) {
      case SAME, DIFFERENT -> state.label;
      case ONLY_HERE -> "only in '" + nameHere + "'";
      case ONLY_THERE -> "only in '" + nameThere + "'";
    };
  }

  Map<String, Object> data() {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("name", name);
    data.put("state", state().label);
    if (here != null) {
      data.put("type_here", here);
    }
    if (there != null) {
      data.put("type_there", there);
    }
    List<Map<String, String>> list = new ArrayList<>();
    for (Map.Entry<String, State> key : keys.entrySet()) {
      Map<String, String> entry = new LinkedHashMap<>();
      entry.put("key", key.getKey());
      entry.put("state", key.getValue().label);
      list.add(entry);
    }
    data.put("keys", list);
    return data;
  }
}
