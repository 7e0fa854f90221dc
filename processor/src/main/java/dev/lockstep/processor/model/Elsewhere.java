package dev.lockstep.processor.model;

import java.util.Optional;

/** Steps of this compilation, whether or not the pipeline has them. Asked only for a message. */
@FunctionalInterface
public interface Elsewhere {
  /**
   * A step that returns what fits and belongs to another class.
   *
   * @param needed the type that nothing in the pipeline has
   * @param pipeline whose own steps and included classes do not count
   */
  Optional<Found> producer(TypeRef needed, PipelineDeclaration pipeline);

  /** A class that is not included, and its step. */
  record Found(String type, String step) {}
}
