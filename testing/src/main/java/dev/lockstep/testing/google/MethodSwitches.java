package dev.lockstep.testing.google;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Counts the calls of each method of a service, and refuses those of methods that a test chose. */
final class MethodSwitches {
  private final Map<String, Integer> calls = new TreeMap<>();
  private final Map<String, Rule> rules = new HashMap<>();

  /**
   * Which calls of a method are refused.
   *
   * @param pass how many are answered before
   * @param refuse how many are refused then
   */
  private record Rule(int pass, int refuse, GoogleStatus status) {}

  /** Counts a call. */
  synchronized void arrive(String method) throws Refusal {
    calls.merge(method, 1, Integer::sum);
    Rule rule = rules.get(method);
    if (rule == null) {
      return;
    }
    if (rule.pass > 0) {
      rules.put(method, new Rule(rule.pass - 1, rule.refuse, rule.status));
      return;
    }
    if (rule.refuse == 1) {
      rules.remove(method);
    } else if (rule.refuse != Integer.MAX_VALUE) {
      rules.put(method, new Rule(0, rule.refuse - 1, rule.status));
    }
    throw new Refusal(rule.status, "The test wants " + method + " refused.");
  }

  synchronized Map<String, Integer> calls() {
    return Map.copyOf(calls);
  }

  synchronized int calls(String method) {
    return calls.getOrDefault(method, 0);
  }

  /** Refuses all calls of a method that come after some. */
  synchronized void refuseAfter(int pass, String method, GoogleStatus status) {
    rules.put(method, new Rule(pass, Integer.MAX_VALUE, status));
  }

  synchronized void refuseOnce(String method, GoogleStatus status) {
    rules.put(method, new Rule(0, 1, status));
  }

  synchronized void allow(String method) {
    rules.remove(method);
  }
}
