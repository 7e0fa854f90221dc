package dev.lockstep.processor.wire;

import dev.lockstep.processor.model.Named;
import dev.lockstep.processor.model.ParameterDeclaration;
import dev.lockstep.processor.model.PipelineDeclaration;
import dev.lockstep.processor.model.StepDeclaration;
import dev.lockstep.processor.report.Location;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * Which step waits for which. Nothing here recurses: a chain of steps may be longer than a
 * compiler's stack is deep.
 */
public final class Graph {
  /**
   * A step waits for another.
   *
   * @param why the parameter's or the annotation's text, for a message
   */
  public record Edge(StepDeclaration from, StepDeclaration to, String why, Location location) {}

  private final PipelineDeclaration pipeline;
  private final List<List<Edge>> upstream = new ArrayList<>();

  private Graph(PipelineDeclaration pipeline) {
    this.pipeline = pipeline;
  }

  /** The graph of what could be wired; unknown steps in {@code after} are left out. */
  public static Graph of(PipelineDeclaration pipeline, Wiring wiring) {
    Graph graph = new Graph(pipeline);
    Map<String, StepDeclaration> byName = new HashMap<>();
    pipeline.steps().forEach(step -> byName.putIfAbsent(step.name(), step));
    for (StepDeclaration step : pipeline.steps()) {
      List<Edge> edges = new ArrayList<>();
      for (int i = 0; i < step.parameters().size(); i++) {
        ParameterDeclaration parameter = step.parameters().get(i);
        wiring
            .source(step, i)
            .ifPresent(
                output ->
                    edges.add(
                        new Edge(
                            step,
                            output.step(),
                            "takes '" + parameter.name() + "' from",
                            parameter.location())));
      }
      Set<String> seen = new HashSet<>();
      for (Named after : step.after()) {
        StepDeclaration before = byName.get(after.name());
        if (before != null && !before.is(step) && seen.add(after.name())) {
          edges.add(new Edge(step, before, "is after", after.location()));
        }
      }
      graph.upstream.add(edges);
    }
    return graph;
  }

  public List<Edge> upstream(StepDeclaration step) {
    return upstream.get(step.index());
  }

  /**
   * Cycles, each once: the edges in the order of walking, the last of which closes it. Cycles that
   * share a step with one that is listed are left out.
   */
  public List<List<Edge>> cycles() {
    List<List<Edge>> cycles = new ArrayList<>();
    int[] state = new int[upstream.size()]; // 0 unseen, 1 on the path, 2 done
    Set<Integer> reported = new HashSet<>();
    for (StepDeclaration start : pipeline.steps()) {
      if (state[start.index()] == 0) {
        walk(start, state, reported, cycles);
      }
    }
    return cycles;
  }

  private void walk(
      StepDeclaration start, int[] state, Set<Integer> reported, List<List<Edge>> cycles) {
    Deque<StepDeclaration> steps = new ArrayDeque<>(List.of(start));
    Deque<Integer> positions = new ArrayDeque<>(List.of(0));
    List<Edge> path = new ArrayList<>();
    state[start.index()] = 1;
    while (!steps.isEmpty()) {
      StepDeclaration step = steps.peek();
      int position = positions.pop();
      List<Edge> edges = upstream.get(step.index());
      if (position == edges.size()) {
        state[step.index()] = 2;
        steps.pop();
        if (!path.isEmpty()) {
          path.remove(path.size() - 1);
        }
        continue;
      }
      positions.push(position + 1);
      Edge edge = edges.get(position);
      int next = edge.to().index();
      if (state[next] == 0) {
        state[next] = 1;
        steps.push(edge.to());
        positions.push(0);
        path.add(edge);
      } else if (state[next] == 1) {
        addCycle(path, edge, reported, cycles);
      }
    }
  }

  private static void addCycle(
      List<Edge> path, Edge closing, Set<Integer> reported, List<List<Edge>> cycles) {
    int first = path.size();
    while (first > 0 && !path.get(first - 1).to().is(closing.to())) {
      first--;
    }
    // The path's first edge leaves the start itself, which no edge on the path enters.
    List<Edge> cycle = new ArrayList<>(path.subList(first, path.size()));
    cycle.add(closing);
    if (cycle.stream().noneMatch(edge -> reported.contains(edge.from().index()))) {
      cycle.forEach(edge -> reported.add(edge.from().index()));
      cycles.add(cycle);
    }
  }

  /** Whether a step waits for another by a way that does not begin with the given edge. */
  @SuppressWarnings("ReferenceEquality") // Two edges between the same steps are two edges.
  public boolean isImplied(Edge edge) {
    Deque<StepDeclaration> open = new ArrayDeque<>();
    for (Edge other : upstream.get(edge.from().index())) {
      if (other != edge) {
        open.push(other.to());
      }
    }
    return reaches(open, edge.to());
  }

  /** Whether the step for which another waits waits for it in turn. */
  public boolean isInCycle(Edge edge) {
    return reaches(new ArrayDeque<>(List.of(edge.to())), edge.from());
  }

  private boolean reaches(Deque<StepDeclaration> open, StepDeclaration wanted) {
    Set<Integer> seen = new HashSet<>();
    while (!open.isEmpty()) {
      StepDeclaration next = open.pop();
      if (next.is(wanted)) {
        return true;
      }
      if (seen.add(next.index())) {
        upstream.get(next.index()).forEach(further -> open.push(further.to()));
      }
    }
    return false;
  }

  /**
   * Producers before consumers, and as declared where the wiring leaves it open; none in a cycle.
   */
  public Optional<List<StepDeclaration>> order() {
    int[] open = new int[upstream.size()];
    List<List<Integer>> downstream = new ArrayList<>();
    Arrays.setAll(open, i -> upstream.get(i).size());
    upstream.forEach(edges -> downstream.add(new ArrayList<>()));
    upstream.forEach(
        edges -> edges.forEach(edge -> downstream.get(edge.to().index()).add(edge.from().index())));
    PriorityQueue<Integer> ready = new PriorityQueue<>();
    for (int i = 0; i < open.length; i++) {
      if (open[i] == 0) {
        ready.add(i);
      }
    }
    List<StepDeclaration> ordered = new ArrayList<>();
    while (!ready.isEmpty()) {
      int next = ready.remove();
      ordered.add(pipeline.steps().get(next));
      for (int waiting : downstream.get(next)) {
        open[waiting]--;
        if (open[waiting] == 0) {
          ready.add(waiting);
        }
      }
    }
    return ordered.size() == open.length ? Optional.of(ordered) : Optional.empty();
  }
}
