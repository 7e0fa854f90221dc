package dev.lockstep.orchestrator.local;

import dev.lockstep.descriptor.StepDescriptor;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which steps may start: those whose upstream steps have all succeeded. */
final class StepGraph {
  private final Map<String, StepDescriptor> steps = new LinkedHashMap<>();
  private final Map<String, Integer> waitingFor = new HashMap<>();
  private final Map<String, List<String>> dependants = new HashMap<>();
  private final Set<String> skipped = new HashSet<>();
  private final Deque<StepDescriptor> ready = new ArrayDeque<>();

  StepGraph(List<StepDescriptor> all) {
    for (StepDescriptor step : all) {
      steps.put(step.name(), step);
      Set<String> upstream = step.upstream();
      waitingFor.put(step.name(), upstream.size());
      upstream.forEach(
          name -> dependants.computeIfAbsent(name, key -> new ArrayList<>()).add(step.name()));
      if (upstream.isEmpty()) {
        ready.add(step);
      }
    }
  }

  /** Takes the next step that may start, or null when there is none now. */
  @Nullable StepDescriptor next() {
    return ready.poll();
  }

  /** Frees the steps that waited for this one only. */
  void succeeded(String name) {
    for (String dependant : dependants.getOrDefault(name, List.of())) {
      int left = waitingFor.merge(dependant, -1, Integer::sum);
      StepDescriptor step = steps.get(dependant);
      if (left == 0 && step != null && !skipped.contains(dependant)) {
        ready.add(step);
      }
    }
  }

  /** The steps that now cannot run, each named once per run, nearest first. */
  List<String> failed(String name) {
    List<String> lost = new ArrayList<>();
    Deque<String> queue = new ArrayDeque<>(dependants.getOrDefault(name, List.of()));
    while (!queue.isEmpty()) {
      String step = queue.remove();
      if (skipped.add(step)) {
        lost.add(step);
        queue.addAll(dependants.getOrDefault(step, List.of()));
      }
    }
    return lost;
  }
}
