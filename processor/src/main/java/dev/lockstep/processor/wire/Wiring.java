package dev.lockstep.processor.wire;

import dev.lockstep.processor.model.Named;
import dev.lockstep.processor.model.ParameterDeclaration;
import dev.lockstep.processor.model.PipelineDeclaration;
import dev.lockstep.processor.model.StepDeclaration;
import dev.lockstep.processor.model.TypeRef;
import dev.lockstep.processor.model.TypeSystem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which output every artifact parameter takes.
 *
 * <p>{@code @From} decides; else a step of the parameter's name, or a component of that name, with
 * a type that fits; else the only output whose type fits. A component counts as an output like any
 * other, so that nothing is taken by accident where two things fit.
 */
public final class Wiring {
  private final PipelineDeclaration pipeline;
  private final Outputs outputs;
  private final TypeSystem types;

  /** By the places of step and parameter; null where no artifact is taken. */
  private final @Nullable Resolution[][] resolutions;

  private Wiring(PipelineDeclaration pipeline, TypeSystem types) {
    this.pipeline = pipeline;
    this.types = types;
    this.outputs = new Outputs(pipeline.steps(), types);
    this.resolutions = new Resolution[pipeline.steps().size()][];
  }

  /** Wires a pipeline; what could not be wired is part of the result. */
  public static Wiring of(PipelineDeclaration pipeline, TypeSystem types) {
    Wiring wiring = new Wiring(pipeline, types);
    for (StepDeclaration step : pipeline.steps()) {
      Resolution[] ofStep = new Resolution[step.parameters().size()];
      for (int i = 0; i < ofStep.length; i++) {
        if (step.parameters().get(i) instanceof ParameterDeclaration.Artifact artifact) {
          ofStep[i] = wiring.resolve(step, artifact);
        }
      }
      wiring.resolutions[step.index()] = ofStep;
    }
    return wiring;
  }

  /** Something to do with a parameter that takes an artifact. */
  @FunctionalInterface
  public interface Visitor {
    void visit(
        StepDeclaration step, ParameterDeclaration.Artifact parameter, Resolution resolution);
  }

  /** Visits all parameters that take artifacts, in their order. */
  public void forEach(Visitor visitor) {
    for (StepDeclaration step : pipeline.steps()) {
      for (int i = 0; i < step.parameters().size(); i++) {
        Resolution resolution = resolutions[step.index()][i];
        if (resolution != null
            && step.parameters().get(i) instanceof ParameterDeclaration.Artifact artifact) {
          visitor.visit(step, artifact, resolution);
        }
      }
    }
  }

  /** The output that a parameter takes, when there is exactly one. */
  public Optional<Output> source(StepDeclaration step, int parameter) {
    return resolutions[step.index()][parameter] instanceof Resolution.Found found
        ? Optional.of(found.output())
        : Optional.empty();
  }

  /** Names of the steps some component of whose record is taken by itself. */
  public Set<String> takenApart() {
    Set<String> names = new HashSet<>();
    forEach(
        (step, parameter, resolution) -> {
          if (resolution instanceof Resolution.Found found && found.output().component() != null) {
            names.add(found.output().step().name());
          }
        });
    return names;
  }

  private Resolution resolve(StepDeclaration step, ParameterDeclaration.Artifact parameter) {
    Named from = parameter.from();
    if (from != null) {
      return resolveFrom(step, parameter, from);
    }
    List<Output> named = new ArrayList<>();
    for (Output output : outputs.named(parameter.name())) {
      if (!output.step().is(step) && types.isAssignable(output.type(), parameter.type())) {
        if (output.component() == null) {
          return new Resolution.Found(output);
        }
        named.add(output);
      }
    }
    return named.isEmpty() ? resolveByType(step, parameter) : choose(named);
  }

  private Resolution resolveByType(StepDeclaration step, ParameterDeclaration.Artifact parameter) {
    List<Output> fitting = outputs.assignableTo(parameter.type());
    List<Output> others = new ArrayList<>();
    for (Output output : fitting) {
      if (!output.step().is(step)) {
        others.add(output);
      }
    }
    if (others.isEmpty()) {
      return fitting.isEmpty()
          ? new Resolution.Nothing()
          : new Resolution.OwnOutput(fitting.get(0));
    }
    return choose(others);
  }

  private static Resolution choose(List<Output> candidates) {
    return candidates.size() == 1
        ? new Resolution.Found(candidates.get(0))
        : new Resolution.Several(candidates);
  }

  private Resolution resolveFrom(
      StepDeclaration step, ParameterDeclaration.Artifact parameter, Named from) {
    String[] names = from.name().split("\\.", 2);
    String stepName = names[0];
    StepDeclaration producer = outputs.step(stepName);
    if (producer == null) {
      return new Resolution.UnknownStep(from, stepName);
    }
    TypeRef returned = producer.output();
    if (returned == null) {
      return new Resolution.ReturnsNothing(from, producer);
    }
    Output output = new Output(producer, null, returned);
    if (names.length == 2) {
      String wanted = names[1];
      StepDeclaration.Component component = component(producer, wanted);
      if (component == null) {
        return new Resolution.UnknownComponent(from, producer, wanted);
      }
      output = new Output(producer, wanted, component.type());
    }
    if (producer.is(step)) {
      return new Resolution.OwnOutput(output);
    }
    return types.isAssignable(output.type(), parameter.type())
        ? new Resolution.Found(output)
        : new Resolution.WrongType(from, output);
  }

  private static StepDeclaration.@Nullable Component component(StepDeclaration step, String name) {
    for (StepDeclaration.Component component : step.components()) {
      if (component.name().equals(name)) {
        return component;
      }
    }
    return null;
  }

  /** Candidates that a message can list, in the order of the steps. */
  public List<Output> allOutputs() {
    List<Output> all = new ArrayList<>();
    for (StepDeclaration step : pipeline.steps()) {
      Outputs.whole(step).ifPresent(all::add);
    }
    return all;
  }
}
