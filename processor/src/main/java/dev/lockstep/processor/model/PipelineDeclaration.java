package dev.lockstep.processor.model;

import com.squareup.javapoet.ClassName;
import dev.lockstep.processor.report.Location;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A class marked as pipeline, with all its steps in the order in which they are declared: its own
 * first, then those of the included classes.
 *
 * @param runner the class that is generated
 * @param name given or derived from the class's name
 * @param nameLocation the annotation's value, or the class when the name is derived
 * @param secrets the listed names
 * @param secretsLocation where the list stands, or the annotation when there is none
 * @param stepClasses facts of the included classes
 */
public record PipelineDeclaration(
    ClassFacts facts,
    ClassName runner,
    String name,
    Location nameLocation,
    List<Named> secrets,
    Location secretsLocation,
    List<StepClass> stepClasses,
    List<StepDeclaration> steps,
    String cache,
    String rotation,
    Named schedule,
    String description,
    Environment environment,
    Location location) {

  /**
   * A class that {@code steps} includes.
   *
   * @param reference the value in the annotation
   */
  public record StepClass(ClassFacts facts, int steps, Location reference) {}

  public PipelineDeclaration {
    secrets = List.copyOf(secrets);
    stepClasses = List.copyOf(stepClasses);
    steps = List.copyOf(steps);
  }

  public String displayName() {
    return facts.displayName();
  }

  public List<String> secretNames() {
    Set<String> names = new LinkedHashSet<>();
    for (Named secret : secrets) {
      names.add(secret.name());
    }
    return List.copyOf(names);
  }

  public List<String> stepNames() {
    return steps.stream().map(StepDeclaration::name).toList();
  }
}
